package stemma.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** How an instant is shown: in the site's zone and in UTC, with the month as a name. */
public record SiteTime(ZoneId zone) {
    private static final DateTimeFormatter DAY = format("d MMM uuuu");
    private static final DateTimeFormatter MINUTE = format("d MMM uuuu, HH:mm");
    private static final DateTimeFormatter UTC_MINUTE = format("HH:mm 'UTC'");
    private static final DateTimeFormatter UTC_DAY_MINUTE = format("d MMM HH:mm 'UTC'");
    private static final DateTimeFormatter ZONE = format("zzz");
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /** Returns day and minute at the site, such as {@code 23 Nov 2026, 09:41}. */
    public String wall(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    /** Returns the day at the site, such as {@code 23 Nov 2026}. */
    public String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    /** Returns the short name of the site's zone at that moment, such as {@code CET}. */
    public String zoneName(Instant at) {
        return ZONE.format(at.atZone(zone));
    }

    /** Returns the minute in UTC, with the day where it differs from the site's day. */
    public String utc(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        boolean sameDay = utc.toLocalDate().equals(at.atZone(zone).toLocalDate());
        return (sameDay ? UTC_MINUTE : UTC_DAY_MINUTE).format(utc);
    }

    /** Tells whether the site's clock shows UTC at that moment, so that once is enough. */
    public boolean isUtc(Instant at) {
        return zone.getRules().getOffset(at).equals(ZoneOffset.UTC)
                && zoneName(at).equals("UTC");
    }

    /** Returns ISO 8601 in UTC, as exports and programs read it. */
    public String iso(Instant at) {
        return ISO.format(at);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
