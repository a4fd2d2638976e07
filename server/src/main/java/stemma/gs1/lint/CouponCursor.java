package stemma.gs1.lint;

import java.util.Optional;

/** A place in the digits of a coupon, moved on field by field until the first fault. */
final class CouponCursor {
    private static final int DAY = 6;
    private static final int SHORTEST_PREFIX = 6;
    private final String text;
    private final CompanyPrefixes prefixes;
    private int at;
    private Optional<Fault> fault = Optional.empty();

    CouponCursor(String text, CompanyPrefixes prefixes) {
        this.text = text;
        this.prefixes = prefixes;
        fault = CharacterSets.digits(text);
    }

    Optional<Fault> fault() {
        return fault;
    }

    int at() {
        return at;
    }

    boolean isOver() {
        return fault.isPresent() || at == text.length();
    }

    boolean nextIs(char indicator) {
        return !isOver() && text.charAt(at) == indicator;
    }

    void skip() {
        at++;
    }

    /** Takes a field of this many digits. */
    String take(String name, int length) {
        return taken("coupon_truncated_" + name, length);
    }

    /** Takes a field whose first digit says how long the rest is, counted from a base. */
    String takeCounted(String name, String lengthOf, String counts, int base) {
        String count = choose(
                "coupon_missing_" + name + "_vli",
                "coupon_invalid_" + lengthOf + "_length",
                counts);
        if (fault.isPresent()) return "";
        return take(name, base + count.charAt(0) - '0');
    }

    /** Takes a company prefix whose first digit says how much longer than six it is. */
    void takePrefix(String name, String counts, String none) {
        boolean isNone = !none.isEmpty() && nextIs(none.charAt(0));
        if (isNone) skip();
        if (isNone) return;
        String prefix = takeCounted(name, name, counts, SHORTEST_PREFIX);
        if (fault.isEmpty()) fault = prefixes.fault(text, at - prefix.length(), at);
    }

    /** Takes one digit of those allowed. */
    String choose(String missing, String invalid, String allowed) {
        if (fault.isPresent()) return "";
        if (at == text.length()) {
            fault = missing(missing);
            return "";
        }
        String digit = text.substring(at, at + 1);
        if (!allowed.contains(digit)) fault = Lint.at(invalid, at, at + 1);
        at++;
        return digit;
    }

    /** Takes a day as YYMMDD, and refuses one that is no day. */
    String takeDay(String name, String invalid) {
        String day = taken("coupon_too_short_for_" + name, DAY);
        if (fault.isEmpty() && Dates.day(day).isPresent()) fault = Lint.at(invalid, at - DAY, at);
        return day;
    }

    void refuse(String code, int from) {
        if (fault.isEmpty()) fault = Lint.at(code, from, at);
    }

    void end() {
        if (fault.isEmpty() && at < text.length())
            fault = Lint.at("coupon_excess_data", at, text.length());
    }

    private String taken(String truncated, int length) {
        if (fault.isPresent()) return "";
        if (text.length() - at < length) {
            fault = at == text.length()
                    ? missing(truncated)
                    : Lint.at(truncated, at, text.length());
            return "";
        }
        String field = text.substring(at, at + length);
        at += length;
        return field;
    }

    /** What is not there at all has no place of its own: the whole coupon is at fault. */
    private Optional<Fault> missing(String code) {
        return Lint.whole(code, text);
    }
}
