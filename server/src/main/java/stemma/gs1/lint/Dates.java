package stemma.gs1.lint;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Days as GS1 writes them, General Specifications 3.4: YYMMDD or YYYYMMDD, where the day may be 00
 * (the whole month) or may not. Two digits of a year stand for a year of this century here, because
 * 2000 leaps as every fourth year does; which century it is, {@code Gs1Date} says.
 */
final class Dates {
    private static final int THIS_CENTURY = 2000;
    private static final int MONTHS = 12;

    private Dates() {}

    static Optional<Fault> day(String text) {
        return fault(text, 2, 1);
    }

    static Optional<Fault> dayOrMonth(String text) {
        return fault(text, 2, 0);
    }

    static Optional<Fault> longDay(String text) {
        return fault(text, 4, 1);
    }

    static Optional<Fault> longDayOrMonth(String text) {
        return fault(text, 4, 0);
    }

    private static Optional<Fault> fault(String text, int yearDigits, int firstDay) {
        int length = yearDigits + 4;
        if (text.length() < length) return Lint.whole("date_too_short", text);
        if (text.length() > length) return Lint.whole("date_too_long", text);
        Optional<Fault> letter = CharacterSets.digits(text);
        if (letter.isPresent()) return letter;
        int month = Integer.parseInt(text, yearDigits, yearDigits + 2, 10);
        if (month < 1 || month > MONTHS)
            return Lint.at("illegal_month", yearDigits, yearDigits + 2);
        int day = Integer.parseInt(text, yearDigits + 2, length, 10);
        int year = Integer.parseInt(text, 0, yearDigits, 10);
        return day < firstDay || day > daysOf(yearDigits == 2 ? THIS_CENTURY + year : year, month)
                ? Lint.at("illegal_day", yearDigits + 2, length)
                : Optional.empty();
    }

    private static int daysOf(int year, int month) throws DateTimeException {
        return YearMonth.of(year, month).lengthOfMonth();
    }
}
