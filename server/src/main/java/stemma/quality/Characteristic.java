package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One thing that is looked at: its number in the specification, name and method, how it is judged,
 * the limits and target in a unit, to how many decimals it is compared, what is expected of it in
 * words, whether each sample gives a result or all together give one, and how much rests on it.
 */
public record Characteristic(
        int number,
        String name,
        String method,
        Kind kind,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable BigDecimal target,
        String unit,
        int decimals,
        String expected,
        Taking taking,
        Weight weight) {
    private static final int MOST_DECIMALS = 9;

    /** How a result is judged. */
    public enum Kind {
        /** By a number within limits. */
        MEASURED,
        /** By whether it conforms to what is expected in words. */
        ATTRIBUTE,
        /** By a text that must be the one expected. */
        IDENTITY,
        /** By how many of the samples are not as is expected in words, as the table allows. */
        COUNTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many results it needs. */
    public enum Taking {
        /** One of all samples together. */
        TOGETHER,
        /** One of each sample. */
        EACH;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much rests on it. */
    public enum Weight {
        ORDINARY,
        CRITICAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refused with {@code characteristic_invalid} where it could judge nothing. */
    public Characteristic {
        name = name.strip();
        method = method.strip();
        unit = unit.strip();
        expected = expected.strip();
        if (number < 1) throw invalid(number, "number", "a number counts from 1");
        if (name.isEmpty()) throw invalid(number, "name", "it has no name");
        if (decimals < 0 || decimals > MOST_DECIMALS)
            throw invalid(number, "decimals", "decimals are 0 to " + MOST_DECIMALS);
        switch (kind) {
            case MEASURED -> measured(number, lower, upper, target, unit, decimals);
            case ATTRIBUTE, IDENTITY, COUNTED -> {
                if (expected.isEmpty())
                    throw invalid(number, "expected", "it does not say what is expected");
                if (kind == Kind.COUNTED && taking == Taking.EACH)
                    throw invalid(number, "taking", "it is counted of all samples together");
            }
        }
    }

    private static void measured(
            int number,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable BigDecimal target,
            String unit,
            int decimals) {
        if (unit.isEmpty()) throw invalid(number, "unit", "a number is measured in a unit");
        if (lower == null && upper == null)
            throw invalid(number, "lower", "a number has a lower or an upper limit, or both");
        if (lower != null && upper != null && lower.compareTo(upper) > 0)
            throw invalid(number, "upper", "the upper limit is below the lower");
        for (BigDecimal limit : new @Nullable BigDecimal[] {lower, upper, target}) {
            if (limit != null && limit.stripTrailingZeros().scale() > decimals)
                throw invalid(
                        number,
                        "decimals",
                        limit.toPlainString() + " has more decimals than are compared");
        }
    }

    /**
     * Says whether a number is within the limits: it is first rounded, half up, to the decimals of
     * the characteristic, as the limits are written.
     */
    boolean holds(BigDecimal value) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        return (lower == null || rounded.compareTo(lower) >= 0)
                && (upper == null || rounded.compareTo(upper) <= 0);
    }

    /** Returns what is required, in words, such as {@code 3.2 to 4.6 pH}. */
    public String requirement() {
        if (kind != Kind.MEASURED) return expected;
        String limits = lower == null
                ? "at most " + text(upper)
                : upper == null ? "at least " + text(lower) : text(lower) + " to " + text(upper);
        return limits + " " + unit;
    }

    private String text(@Nullable BigDecimal limit) {
        return limit == null
                ? ""
                : limit.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static Refused invalid(int number, String field, String sentence) {
        return new Refused(Problem.of(
                        "characteristic_invalid",
                        422,
                        "Characteristic " + number + ": " + sentence + ".")
                .advising("Put it right and send the specification again.")
                .with("element", "characteristics[" + (number - 1) + "]." + field));
    }
}
