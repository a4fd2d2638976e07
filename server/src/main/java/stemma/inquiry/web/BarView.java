package stemma.inquiry.web;

import stemma.inquiry.Stage;
import stemma.inquiry.Tally;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A tally as one bar in parts, each with its start and width in thousandths of the bar. */
public record BarView(List<Part> parts, String words) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(1000);

    public BarView {
        parts = List.copyOf(parts);
    }

    /** One stage: never thinner than can be seen. */
    public record Part(Stage stage, String amount, int start, int width) {}

    public static BarView of(Tally tally) {
        BigDecimal all = BigDecimal.ZERO;
        for (Stage stage : Stage.values())
            all = all.add(tally.at(stage).amount().abs());
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (Stage stage : Stage.values()) {
            Quantity quantity = tally.at(stage);
            if (quantity.isZero() || all.signum() == 0) continue;
            int width = quantity.amount()
                    .abs()
                    .multiply(WHOLE)
                    .divide(all, 0, RoundingMode.HALF_UP)
                    .intValue();
            parts.add(new Part(stage, Words.quantity(quantity), start, Math.max(6, width)));
            start += Math.max(6, width);
        }
        return new BarView(parts, Words.where(tally.stages()));
    }
}
