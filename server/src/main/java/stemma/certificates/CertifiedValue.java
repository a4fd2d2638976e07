package stemma.certificates;

import stemma.identifiers.LotNumber;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a paper says of a property: a number or a word as printed, and its unit if it has one. */
public record CertifiedValue(String property, String value, String unit) {
    private static final Pattern LINE = Pattern.compile("^([^=]+)=\\s*(\\S+)(?:\\s+(.*))?$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");
    private static final int LONGEST = 80;

    public CertifiedValue {
        property = property.strip();
        value = value.strip();
        unit = unit.strip();
        boolean isPlain = !property.isEmpty()
                && !value.isEmpty()
                && List.of(property, value, unit).stream()
                        .allMatch(text -> text.length() <= LONGEST && !text.matches(".*\\p{C}.*"));
        if (!isPlain) throw invalid(property + " = " + value);
    }

    /** Reads one to a line, written {@code Al = 6.1 %}; refused with {@code value_invalid}. */
    public static List<CertifiedValue> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(CertifiedValue::of)
                .toList();
    }

    private static CertifiedValue of(String line) {
        Matcher read = LINE.matcher(line);
        if (!read.matches()) throw invalid(line);
        String unit = read.group(3);
        return new CertifiedValue(read.group(1), read.group(2), unit == null ? "" : unit);
    }

    private static Refused invalid(String line) {
        return new Refused(
                Problem.of("value_invalid", 422, "\"" + line + "\" is no property and value.")
                        .advising("Write property, equals sign, value and unit: Al = 6.1 %.")
                        .with("field", "values"));
    }

    /** Says whether both are of one property. */
    public boolean isOf(CertifiedValue other) {
        return LotNumber.normal(property).equals(LotNumber.normal(other.property));
    }

    /** Says whether both say the same: 6.10 % is 6.1 %. */
    public boolean agrees(CertifiedValue other) {
        return LotNumber.normal(unit).equals(LotNumber.normal(other.unit))
                && normal(value).equals(normal(other.value));
    }

    private static String normal(String value) {
        return NUMBER.matcher(value).matches()
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : LotNumber.normal(value);
    }

    /** Returns it as a line of a form. */
    public String line() {
        return property + " = " + said();
    }

    /** Returns value and unit. */
    public String said() {
        return unit.isEmpty() ? value : value + " " + unit;
    }
}
