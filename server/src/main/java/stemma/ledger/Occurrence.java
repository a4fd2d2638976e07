package stemma.ledger;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When something happened in the world: an interval, whose clock said so, and the site's zone. An
 * unknown or vague time is a wide interval; it never cuts a link.
 */
public record Occurrence(Instant from, Instant to, TimeSource source, ZoneId zone) {
    public Occurrence {
        if (to.isBefore(from)) {
            throw new MalformedEvent(
                    "time_invalid", "occurredAt", "the interval ends before it begins");
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
