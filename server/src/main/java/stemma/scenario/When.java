package stemma.scenario;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A moment or interval as written, in the zone of the site: a time of day, two of them, or none for
 * the whole day; on a date, or on the day the clock stands at.
 */
record When(
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        @Nullable LocalDate date,
        @Nullable LocalDate last) {
    /**
     * Reads {@code 06:00}, {@code 06:00..08:00}, either with {@code on 2026-03-02} or with
     * {@code on 2026-03-02..2026-03-04}, where the second time is of the second date.
     */
    static When readTime(Words words) {
        String text = words.next("a time such as 06:00");
        int dots = text.indexOf("..");
        try {
            LocalTime from = time(dots < 0 ? text : text.substring(0, dots));
            LocalTime to = dots < 0 ? from : time(text.substring(dots + 2));
            return words.take("on") ? readDates(words, from, to) : new When(from, to, null, null);
        } catch (DateTimeException notATime) {
            throw words.wrong("\"" + text + "\" is not a time such as 06:00 or 06:00..08:00,");
        }
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    /** Reads {@code 2026-03-02}, {@code 2026-03-02..2026-03-04}: those days, from end to end. */
    static When readDays(Words words) {
        return readDates(words, null, null);
    }

    private static When readDates(Words words, @Nullable LocalTime from, @Nullable LocalTime to) {
        String text = words.next("a date such as 2026-03-02");
        int dots = text.indexOf("..");
        try {
            LocalDate date = LocalDate.parse(dots < 0 ? text : text.substring(0, dots));
            LocalDate last = dots < 0 ? date : LocalDate.parse(text.substring(dots + 2));
            return new When(from, to, date, last);
        } catch (DateTimeException notADate) {
            throw words.wrong("\"" + text + "\" is not a date such as 2026-03-02,");
        }
    }
}
