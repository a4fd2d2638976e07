package stemma.production;

import stemma.catalog.Resource;
import stemma.ledger.Entered;
import stemma.quantity.Quantity;
import stemma.stock.Handled;

import java.time.Instant;
import java.util.List;

/**
 * A tank or silo: what may be in it since it was last certainly empty, how much that is, and how
 * its level went, oldest first. {@code isWhole} is false where older moments are left out.
 */
public record VesselCard(
        Resource vessel,
        List<Quantity> level,
        List<Handled> fills,
        List<Moment> moments,
        Extent extent) {
    /** Whether all moments are told. */
    public enum Extent {
        WHOLE,
        LATEST
    }

    /** What happened at the vessel, and how much was in it after. */
    public record Moment(Instant at, Entered entry, What what, List<Quantity> level) {}

    /** What sort of thing happened. */
    public enum What {
        FILLED,
        DRAWN,
        LOST,
        EMPTIED,
        CLEANED
    }

    public VesselCard {
        level = List.copyOf(level);
        fills = List.copyOf(fills);
        moments = List.copyOf(moments);
    }
}
