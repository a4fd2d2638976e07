package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;

/**
 * The smallest making in which every input is held to be in every output: its id, its work order
 * and line where it has them, what kind of making it is, what supports the claim that it began
 * clear, and the run that it goes on from where material may have been carried over.
 */
public record Run(
        RunId id,
        @Nullable OrderCode order,
        @Nullable ResourceCode line,
        RunKind kind,
        RunBasis basis,
        @Nullable RunId after) {
    public static Run of(RunId id) {
        return new Run(id, null, null, RunKind.PRODUCTION, RunBasis.NONE, null);
    }
}
