package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;

import java.time.Instant;

/**
 * One line of the log of a resource: a run or another use, a cleaning, a hold, or an entry that was
 * told. A run is one line however often it was told of.
 */
public record LogLine(
        Instant from,
        Instant to,
        What what,
        String words,
        ActorId by,
        @Nullable EventId event,
        @Nullable String run,
        @Nullable ToldEntry told,
        Counts counts) {

    /** What kind of line it is. */
    public enum What {
        USED,
        CLEANED,
        EMPTIED,
        HELD,
        CALIBRATED,
        MAINTAINED,
        MONITORED,
        VERIFIED,
        ANNULLED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether the line counts still; a cleaning that was verified says so. */
    public enum Counts {
        PLAINLY,
        VERIFIED,
        ANNULLED
    }
}
