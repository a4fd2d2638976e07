package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How lots of an item are numbered, such as {@code {item}-{yymmdd}-{n}}: {@code {item}} is the code
 * of the item, {@code {yyyymmdd}}, {@code {yymmdd}} and {@code {yyddd}} the day at the site, and
 * {@code {n}}, {@code {nn}} … {@code {nnnnnn}} the next number in that series, with leading zeros.
 * Exactly one number is needed.
 */
public record NumberRule(String text) {
    private static final int MAX_LENGTH = 60;
    private static final Pattern SHAPE =
            Pattern.compile("(?:[^{}]|\\{(?:item|yyyymmdd|yymmdd|yyddd|n{1,6})\\})+");
    private static final Pattern COUNT = Pattern.compile("\\{(n{1,6})\\}");

    public NumberRule {
        text = MasterText.checked("numbering", text);
        if (text.length() > MAX_LENGTH
                || !SHAPE.matcher(text).matches()
                || COUNT.matcher(text).results().count() != 1) {
            throw new MalformedMaster(
                    "numbering_invalid",
                    "numbering",
                    "\"" + text + "\" is not a rule such as {item}-{yymmdd}-{n}; it may name"
                            + " {item}, {yyyymmdd}, {yymmdd}, {yyddd} and needs one {n}");
        }
    }

    @JsonCreator
    public static NumberRule of(String text) {
        return new NumberRule(text);
    }

    /** Returns the series that numbers of that day are taken from: all but the number itself. */
    String series(ItemCode item, LocalDate day) {
        return LotNumber.normal(dated(day).replace("{item}", item.code()));
    }

    /** Returns the lot number with that number in the series. */
    LotNumber at(ItemCode item, LocalDate day, long next) {
        String counted = COUNT.matcher(dated(day))
                .replaceAll(found ->
                        String.format(Locale.ROOT, "%0" + found.group(1).length() + "d", next));
        return LotNumber.of(counted.replace("{item}", item.code()));
    }

    private String dated(LocalDate day) {
        return text.replace("{yyyymmdd}", format(day, "yyyyMMdd"))
                .replace("{yymmdd}", format(day, "yyMMdd"))
                .replace("{yyddd}", format(day, "yyDDD"));
    }

    private static String format(LocalDate day, String pattern) {
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
