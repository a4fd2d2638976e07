package stemma.documents;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotNumber;
import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A query for documents as an address writes it; {@code code} names one document instead. */
public record DocumentAsked(
        @Nullable String code,
        @Nullable String number,
        @Nullable String with,
        @Nullable String item,
        @Nullable String site,
        @Nullable String day,
        @Nullable String before,
        @Nullable Integer limit) {
    private static final int PAGE = 50;
    private static final int MOST = 1_000;

    /** Returns what is asked, days counted in the zone; refuses what cannot be read. */
    public DocumentQuery query(ZoneId zone) {
        LocalDate on = on();
        int rows = limit == null ? PAGE : limit;
        if (rows < 1 || rows > MOST) {
            throw new Refused(Problem.of("page_invalid", 422, "A page has 1 to 1,000 rows.")
                    .notRecording("")
                    .with("limit", Integer.toString(rows)));
        }
        return new DocumentQuery(
                normal(number),
                normal(with),
                normal(item),
                normal(site),
                on == null ? null : on.atStartOfDay(zone).toInstant(),
                on == null ? null : on.plusDays(1).atStartOfDay(zone).toInstant(),
                mark(),
                rows);
    }

    /** Returns the address of the first page with this filter. */
    public String first(String path) {
        return path + "?number=" + part(number) + "&with=" + part(with) + "&item=" + part(item)
                + "&site=" + part(site) + "&day=" + part(day);
    }

    /** Returns the address of the page that follows, with the same filter. */
    public String after(String path, DocumentQuery.Mark mark) {
        return first(path) + "&before=" + part(mark.text());
    }

    private static String part(@Nullable String text) {
        return Address.encoded(shown(text));
    }

    /** Returns what stands in a field of the filter. */
    public static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String normal(@Nullable String text) {
        return LotNumber.normal(shown(text));
    }

    private @Nullable LocalDate on() {
        if (shown(day).isEmpty()) return null;
        try {
            return LocalDate.parse(shown(day));
        } catch (DateTimeException notADay) {
            throw new Refused(Problem.of("day_invalid", 422, "\"" + day + "\" is not a day.")
                    .notRecording("")
                    .advising("Write a day as 2026-05-31."));
        }
    }

    private DocumentQuery.@Nullable Mark mark() {
        if (shown(before).isEmpty()) return null;
        String[] parts = shown(before).split(",", 2);
        try {
            return new DocumentQuery.Mark(
                    Instant.parse(parts[0]), Long.parseLong(parts[parts.length - 1]));
        } catch (DateTimeException | NumberFormatException notAMark) {
            throw new Refused(Problem.of("page_invalid", 422, "That is no place in the list.")
                    .notRecording("")
                    .advising("Begin with the first page, and follow its link to the next."));
        }
    }
}
