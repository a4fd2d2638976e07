package stemma.inquiry;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * From when until when, both included, and as it was written: days or moments of the site, or
 * moments with an offset; an end that is left out is open.
 */
public record RootWindow(String text, Instant from, Instant until) {
    static final RootWindow ALWAYS =
            new RootWindow("", Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    /** Reads {@code 2026-05-01..2026-05-31}; refuses what cannot be read or ends too early. */
    static RootWindow of(String text, ZoneId zone) {
        int dots = text.indexOf("..");
        String first = text.substring(0, dots).strip();
        String last = text.substring(dots + 2).strip();
        Instant from = first.isEmpty() ? ALWAYS.from() : moment(first, zone, End.FIRST);
        Instant until = last.isEmpty() ? ALWAYS.until() : moment(last, zone, End.LAST);
        if (until.isBefore(from)) throw invalid(text, "The time ends before it begins.");
        return new RootWindow(first + ".." + last, from, until);
    }

    private enum End {
        FIRST,
        LAST
    }

    private static Instant moment(String text, ZoneId zone, End end) {
        try {
            if (text.length() == "2026-05-01".length()) {
                LocalDate day = LocalDate.parse(text);
                return end == End.FIRST
                        ? day.atStartOfDay(zone).toInstant()
                        : day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000);
            }
            boolean hasOffset = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d$");
            return hasOffset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException notATime) {
            throw invalid(text, "\"" + text + "\" is not a day or a moment.");
        }
    }

    private static Refused invalid(String text, String sentence) {
        return new Refused(Problem.of("root_invalid", 422, sentence)
                .notRecording("")
                .advising("Write 2026-05-01..2026-05-31, or moments such as 2026-05-01T06:00.")
                .with("window", text));
    }
}
