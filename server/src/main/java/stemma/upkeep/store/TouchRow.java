package stemma.upkeep.store;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;

import java.time.Instant;
import java.util.SortedSet;

/** What one event says of one resource. */
public record TouchRow(
        long seq,
        ResourceCode resource,
        Kind kind,
        EventId event,
        SiteCode site,
        Instant from,
        Instant to,
        ActorId by,
        @Nullable RunId run,
        SortedSet<String> products,
        String words) {
    /** What an event does with a resource. */
    public enum Kind {
        USED,
        CLEANED,
        EMPTIED,
        HELD;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
