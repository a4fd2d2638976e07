package stemma.gs1;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads primary, secondary and joined codes of the Health Industry Bar Code (ANSI/HIBC 2.6): each
 * begins with a plus sign and ends in a check character, the sum of all others modulo 43.
 */
final class HibcReading {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
    private static final Pattern PRIMARY =
            Pattern.compile("\\+([A-Z][A-Z0-9]{3})([A-Z0-9]{1,18})([0-9])(/.*)?");
    private static final Pattern SECONDARY = Pattern.compile("\\+(\\$.*|\\d{5}.*)");
    private static final Pattern QUANTITY = Pattern.compile("8(\\d{2})(.*)|9(\\d{5})(.*)");
    private static final HibcMark NOTHING = new HibcMark("", "", "", null, null, null, null, null);
    private static final int CENTURY = 2_000;
    private static final int SHORTEST = 8;

    private HibcReading() {}

    /** Returns the check character that belongs after the text, the plus sign included. */
    static Optional<Character> check(String text) {
        int sum = 0;
        for (char letter : text.toCharArray()) {
            int value = LETTERS.indexOf(letter);
            if (value < 0) return Optional.empty();
            sum += value;
        }
        return Optional.of(LETTERS.charAt(sum % LETTERS.length()));
    }

    /** Returns what the text says if it has the form of such a code; nothing otherwise. */
    static Optional<Scanned> read(String text) {
        if (text.length() < SHORTEST || text.charAt(0) != '+') return Optional.empty();
        String body = text.substring(0, text.length() - 1);
        Matcher primary = PRIMARY.matcher(body);
        boolean isPrimary = primary.matches();
        if (!isPrimary && !SECONDARY.matcher(body).matches()) return Optional.empty();
        Optional<Character> check = check(body);
        if (check.isEmpty()) return Optional.empty();
        char last = text.charAt(text.length() - 1);
        if (check.get() != last) {
            // Digits behind a plus sign alone may be anything, such as a telephone number.
            if (!isPrimary && body.charAt(1) != '$') return Optional.empty();
            return Optional.of(new Scanned.Misread(
                    "hibc_check_character",
                    "the HIBC code ends in " + last + ", should end in " + check.get()));
        }
        try {
            return Optional.of(new Scanned.Hibc(isPrimary ? joined(primary) : alone(body)));
        } catch (DateTimeException noSuchDay) {
            return Optional.of(new Scanned.Misread(
                    "hibc_day_invalid", "the HIBC code tells a day that does not exist"));
        }
    }

    private static HibcMark joined(Matcher primary) {
        HibcMark mark = new HibcMark(
                primary.group(1), primary.group(2), primary.group(3), null, null, null, null, null);
        if (primary.group(4) == null) return mark;
        for (String part : primary.group(4).substring(1).split("/")) mark = secondary(mark, part);
        return mark;
    }

    /** Alone it ends in a link character, the check character of its primary code. */
    private static HibcMark alone(String body) {
        return secondary(NOTHING, body.substring(1, body.length() - 1));
    }

    private static HibcMark secondary(HibcMark mark, String part) {
        if (part.startsWith("$$+")) return dated(mark, part.substring(3), Names.SERIAL);
        if (part.startsWith("$$")) return counted(mark, part.substring(2));
        if (part.startsWith("$+")) return mark.serial(part.substring(2));
        if (part.startsWith("$")) return mark.lot(part.substring(1));
        if (part.startsWith("14D")) return mark.expiry(whole(part.substring(3)));
        if (part.startsWith("16D")) return mark.produced(whole(part.substring(3)));
        if (part.startsWith("S")) return mark.serial(part.substring(1));
        if (part.matches("Q\\d+")) return mark.quantity(part.substring(1));
        if (part.matches("\\d{5}.*"))
            return mark.expiry(julian(part.substring(0, 5))).lot(part.substring(5));
        return mark;
    }

    /** What follows a day. */
    private enum Names {
        LOT,
        SERIAL
    }

    private static HibcMark counted(HibcMark mark, String rest) {
        Matcher quantity = QUANTITY.matcher(rest);
        if (!quantity.matches()) return dated(mark, rest, Names.LOT);
        boolean isShort = quantity.group(1) != null;
        String digits = isShort ? quantity.group(1) : quantity.group(3);
        HibcMark counted = mark.quantity(Integer.toString(Integer.parseInt(digits)));
        return dated(counted, isShort ? quantity.group(2) : quantity.group(4), Names.LOT);
    }

    private static HibcMark dated(HibcMark mark, String rest, Names names) {
        if (rest.isEmpty()) return mark;
        int digits = switch (rest.charAt(0)) {
            case '0', '1' -> 4;
            case '2', '3' -> 7;
            case '4' -> 9;
            case '5' -> 6;
            case '6' -> 8;
            case '7' -> 1;
            default -> 0;
        };
        if (rest.length() < digits || !rest.substring(0, digits).matches("\\d*"))
            throw new DateTimeException("too short");
        HibcMark dated = digits < 4 ? mark : mark.expiry(day(rest.substring(0, digits)));
        String named = rest.substring(digits);
        return names == Names.SERIAL ? dated.serial(named) : dated.lot(named);
    }

    private static String day(String text) {
        return switch (text.charAt(0)) {
            case '2' -> day(text.substring(5, 7), text.substring(1, 3), text.substring(3, 5));
            case '3', '4' -> day(text.substring(1, 3), text.substring(3, 5), text.substring(5, 7));
            case '5', '6' -> julian(text.substring(1, 6));
            default ->
                YearMonth.of(
                                CENTURY + Integer.parseInt(text.substring(2, 4)),
                                Integer.parseInt(text.substring(0, 2)))
                        .toString();
        };
    }

    private static String day(String year, String month, String day) {
        return LocalDate.of(
                        CENTURY + Integer.parseInt(year),
                        Integer.parseInt(month),
                        Integer.parseInt(day))
                .toString();
    }

    private static String julian(String text) {
        return LocalDate.ofYearDay(
                        CENTURY + Integer.parseInt(text.substring(0, 2)),
                        Integer.parseInt(text.substring(2)))
                .toString();
    }

    private static String whole(String text) {
        if (!text.matches("\\d{8}")) throw new DateTimeException("not a day");
        return LocalDate.of(
                        Integer.parseInt(text.substring(0, 4)),
                        Integer.parseInt(text.substring(4, 6)),
                        Integer.parseInt(text.substring(6)))
                .toString();
    }
}
