package stemma.warehouse;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.Portion;
import stemma.ledger.Evidence;
import stemma.quantity.Quantity;

import java.time.Instant;

/**
 * So much of a lot, or these units, were found at a moment, scanned or keyed; {@code seq} is how
 * far the movements were known then.
 */
public record Counted(
        Portion lot,
        Quantity quantity,
        @Nullable Quantity weight,
        Evidence evidence,
        ActorId by,
        Instant at,
        long seq) {}
