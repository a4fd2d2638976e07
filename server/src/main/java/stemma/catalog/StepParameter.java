package stemma.catalog;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be read off at a step: its name, the unit it is read in (empty where it has none), and
 * the limits, of which either may be absent. Limits belong to what they allow.
 */
public record StepParameter(
        String name,
        String unit,
        @Nullable BigDecimal lowest,
        @Nullable BigDecimal highest) {
    private static final String NUMBER = "(-?\\d{1,12}(?:\\.\\d{1,9})?)?";
    private static final Pattern MARKS = Pattern.compile("[,|()\"]");
    private static final Pattern FORM = Pattern.compile(
            "([^()]+?)(?: \\(([^()]{1,20})\\))?(?: " + NUMBER + "\\.\\." + NUMBER + ")?");

    public StepParameter {
        name = MasterText.checked("steps", name);
        unit = unit.isEmpty() ? unit : MasterText.checked("steps", unit);
        if (MARKS.matcher(name + unit).find()) {
            throw new MalformedMaster(
                    "step_invalid",
                    "steps",
                    "\"" + name + "\" may hold no comma, upright bar, parenthesis or quote");
        }
        if (lowest != null && highest != null && lowest.compareTo(highest) > 0) {
            throw new MalformedMaster(
                    "step_limits_invalid",
                    "steps",
                    name + ": the lower limit " + lowest.toPlainString()
                            + " is above the upper limit " + highest.toPlainString());
        }
    }

    /** Reads {@code core temperature (°C) 75..95}, {@code time (min) 5..} or {@code pH}. */
    public static StepParameter of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new MalformedMaster(
                    "step_invalid",
                    "steps",
                    "\"" + text + "\" is no parameter such as core temperature (°C) 75..95");
        }
        String unit = matcher.group(2);
        return new StepParameter(
                matcher.group(1),
                unit == null ? "" : unit,
                decimal(matcher.group(3)),
                decimal(matcher.group(4)));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    /** Says whether a value that was read off lies within the limits. */
    public boolean allows(BigDecimal value) {
        return (lowest == null || value.compareTo(lowest) >= 0)
                && (highest == null || value.compareTo(highest) <= 0);
    }

    /** Returns the limits in words, empty where there are none. */
    public String limits() {
        String suffix = unit.isEmpty() ? "" : " " + unit;
        if (lowest == null && highest == null) return "";
        if (highest == null && lowest != null) return "at least " + lowest.toPlainString() + suffix;
        if (lowest == null && highest != null) return "at most " + highest.toPlainString() + suffix;
        return plain(lowest) + " to " + plain(highest) + suffix;
    }

    private static String plain(@Nullable BigDecimal limit) {
        return limit == null ? "" : limit.toPlainString();
    }

    /** Returns the text from which it can be read again. */
    @Override
    public String toString() {
        String limits = lowest == null && highest == null
                ? ""
                : " " + plain(lowest) + ".." + plain(highest);
        return name + (unit.isEmpty() ? "" : " (" + unit + ")") + limits;
    }
}
