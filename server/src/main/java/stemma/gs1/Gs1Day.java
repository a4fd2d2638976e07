package stemma.gs1;

import java.util.Locale;

/** Days as marks bear them, General Specifications 7.12: YYMMDD, where DD may be 00. */
public final class Gs1Day {
    private static final int CENTURY = 100;
    private static final int AHEAD = 51;
    private static final int BEHIND = -50;

    private Gs1Day() {}

    /**
     * Returns the ISO 8601 text of six digits that passed their lint: a day, or a month where the
     * day is 00. The century is the one that puts the year nearest to this year: up to 50 years
     * ahead, up to 49 behind.
     */
    public static String read(String digits, int thisYear) {
        int year = year(Integer.parseInt(digits, 0, 2, 10), thisYear);
        String month = String.format(Locale.ROOT, "%04d-%s", year, digits.substring(2, 4));
        String day = digits.substring(4, 6);
        return day.equals("00") ? month : month + "-" + day;
    }

    private static int year(int twoDigits, int thisYear) {
        int century = thisYear - thisYear % CENTURY;
        int difference = twoDigits - thisYear % CENTURY;
        if (difference >= AHEAD) return century - CENTURY + twoDigits;
        if (difference <= BEHIND) return century + CENTURY + twoDigits;
        return century + twoDigits;
    }
}
