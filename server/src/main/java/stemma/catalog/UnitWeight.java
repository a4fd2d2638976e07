package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one base unit of an item with catch weight weighs, in its catch-weight unit, and how far a
 * unit may depart from that in percent. Written as {@code 4.2 ± 15 %}; {@code +-} is read too.
 */
public record UnitWeight(BigDecimal nominal, BigDecimal tolerancePercent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,9})?)";
    private static final Pattern SHAPE =
            Pattern.compile(NUMBER + "\\s*(?:\u00b1|\\+-|\\+/-)\\s*" + NUMBER + "\\s*%");

    public UnitWeight {
        if (nominal.signum() <= 0) throw invalid("a unit weighs more than nothing");
        if (tolerancePercent.compareTo(HUNDRED) > 0)
            throw invalid("a tolerance is 0 to 100 percent");
    }

    /** Reads it; refused with {@code unit_weight_invalid}. */
    @JsonCreator
    public static UnitWeight of(String text) {
        Matcher said = SHAPE.matcher(text.strip());
        if (!said.matches()) throw invalid("\"" + text + "\" is no weight with a tolerance");
        return new UnitWeight(new BigDecimal(said.group(1)), new BigDecimal(said.group(2)));
    }

    /** Says whether that many units may weigh that much; no units may weigh anything. */
    public boolean isPlausible(Quantity units, Quantity weight) {
        BigDecimal usual = nominal.multiply(units.amount());
        if (usual.signum() == 0) return true;
        BigDecimal apart = weight.amount().subtract(usual).abs();
        return apart.multiply(HUNDRED).compareTo(usual.abs().multiply(tolerancePercent)) <= 0;
    }

    static MalformedMaster invalid(String why) {
        return new MalformedMaster(
                "unit_weight_invalid",
                "unitWeight",
                why + "; write it as 4.2 \u00b1 15 %, of an item that is weighed");
    }

    @JsonValue
    @Override
    public String toString() {
        return nominal.toPlainString() + " \u00b1 " + tolerancePercent.toPlainString() + " %";
    }
}
