package stemma.quality;

import stemma.identifiers.ItemCode;
import stemma.ledger.Violation;

import java.time.Instant;
import java.util.List;

/** Says what stands against measuring something of an item with an instrument at a time. */
@FunctionalInterface
public interface Instruments {
    List<Violation> against(String instrument, ItemCode item, Instant at);
}
