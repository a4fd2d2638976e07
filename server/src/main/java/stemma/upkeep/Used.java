package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;

import java.time.Instant;
import java.util.Set;

/**
 * One use of a resource as events tell it: in a run, or outside of runs by one entry, from when to
 * when without anything between that counts, and for which products by their normal codes as far as
 * the events of the run or the entry say so.
 */
public record Used(
        ResourceCode resource,
        SiteCode site,
        @Nullable RunId run,
        @Nullable EventId entry,
        Instant from,
        Instant to,
        Set<String> products,
        Deed deed) {
    public Used {
        products = Set.copyOf(products);
    }

    /** What was done with it; what is drawn has to leave a vessel, however it stands. */
    public enum Deed {
        WORK,
        FILLED,
        DRAWN
    }

    Usage.Way way() {
        return deed == Deed.WORK ? Usage.Way.WORK : Usage.Way.FILL;
    }
}
