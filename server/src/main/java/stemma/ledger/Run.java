package stemma.ledger;

import org.jspecify.annotations.Nullable;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;

/**
 * The smallest making in which every input is held to be in every output: its id, its work order and
 * line where it has them, what kind of making it is and what supports the claim that it began clear.
 */
public record Run(
        RunId id,
        @Nullable OrderCode order,
        @Nullable ResourceCode line,
        RunKind kind,
        RunBasis basis) {}
