package stemma.production.web;

import stemma.production.VesselCard;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The level of a vessel over what happened at it, as steps of a picture 600 wide and 160 high; in
 * the unit that most moments have. Amounts in other units stand in the table only.
 */
public record LevelChart(String unit, String highest, String steps, int moments) {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 160;

    static LevelChart of(VesselCard card) {
        String unit = card.moments().stream()
                .flatMap(moment -> moment.level().stream())
                .map(level -> level.unit().code())
                .findFirst()
                .orElse("");
        List<BigDecimal> levels = new ArrayList<>();
        for (VesselCard.Moment moment : card.moments()) {
            levels.add(moment.level().stream()
                    .filter(level -> level.unit().code().equals(unit))
                    .map(Quantity::amount)
                    .findFirst()
                    .orElse(BigDecimal.ZERO)
                    .max(BigDecimal.ZERO));
        }
        BigDecimal most = levels.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        if (most.signum() == 0) return new LevelChart(unit, "0", "", levels.size());
        StringBuilder steps = new StringBuilder("M0 " + HEIGHT);
        for (int i = 0; i < levels.size(); i++) {
            int y = HEIGHT
                    - levels.get(i)
                            .multiply(BigDecimal.valueOf(HEIGHT))
                            .divide(most, 0, RoundingMode.HALF_UP)
                            .intValue();
            steps.append(" V").append(y).append(" H").append((i + 1) * WIDTH / levels.size());
        }
        steps.append(" V").append(HEIGHT).append(" Z");
        return new LevelChart(unit, most.toPlainString(), steps.toString(), levels.size());
    }
}
