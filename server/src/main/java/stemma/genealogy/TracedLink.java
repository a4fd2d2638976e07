package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.Evidence;
import stemma.quantity.Quantity;

/**
 * A link of a trace in the direction of the material, between two node numbers: which portion went
 * along it and how much, as recorded. Between two runs it is a carry-over, of nobody knows how
 * much.
 */
public record TracedLink(
        int from,
        int to,
        @Nullable Portion portion,
        @Nullable Quantity quantity,
        Evidence evidence) {}
