package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;

/** What a hold names. */
public sealed interface Reach {
    /** All lots that bear the number, of one item where it is given, born later too. */
    record Family(@Nullable ItemCode item, LotNumber number) implements Reach {}

    /** One lot, or a range of units. */
    record Sublot(Portion lot) implements Reach {}

    /** Whatever is in a container. */
    record Content(ContainerCode container) implements Reach {}

    /** Whatever stands at a location. */
    record Standing(SiteCode site, LocationCode location) implements Reach {}

    /** All that a run yields, recorded later too. */
    record Yield(RunId run) implements Reach {}

    /**
     * Whatever a resource touched in a window of time: what it was used for, what was made on it as
     * a line, what was drawn from it as a vessel.
     */
    record Touched(ResourceCode resource, Occurrence window) implements Reach {}
}
