package stemma.labelling;

import stemma.ledger.PassportDate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date that nobody can read two ways: {@code 26 NOV 2026}, {@code NOV 2026} or {@code 2026}. */
final class LabelDate {
    private static final DateTimeFormatter DAY = format("dd MMM uuuu");
    private static final DateTimeFormatter MONTH = format("MMM uuuu");

    private LabelDate() {}

    static String words(PassportDate date) {
        LocalDate last = date.lastDay();
        return switch (date.text().length()) {
            case 4 -> date.text();
            case 7 -> MONTH.format(last).toUpperCase(Locale.ROOT);
            default -> DAY.format(last).toUpperCase(Locale.ROOT);
        };
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
