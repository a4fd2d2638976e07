package stemma.ledger;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When something happened in the world: an interval, whose clock said so, and the site's zone. An
 * unknown or vague time is a wide interval; it never cuts a link.
 */
public record Occurrence(Instant from, Instant to, TimeSource source, ZoneId zone) {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    public Occurrence {
        if (to.isBefore(from)) {
            throw new MalformedEvent(
                    "time_invalid", "occurredAt", "the interval ends before it begins");
        }
        if (from.isBefore(EARLIEST)) {
            throw new MalformedEvent(
                    "time_invalid", "occurredAt", "nothing recorded here happened before 1900");
        }
    }

    public static Occurrence at(Instant moment, TimeSource source, ZoneId zone) {
        return new Occurrence(moment, moment, source, zone);
    }

    /** Says whether this was certainly over before the other began. */
    public boolean isBefore(Occurrence other) {
        return to.isBefore(other.from);
    }
}
