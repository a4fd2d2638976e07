package stemma.certificates;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

/**
 * A lot of ours, or units of one, that a claim of a paper speaks of; and how much of it came in,
 * where it came from outside.
 */
public record Covered(
        KeptCertificate certificate,
        Claim claim,
        Lot lot,
        Portion portion,
        @Nullable Quantity received) {
    /** Says whether the paper covers only a part of the lot that came in, told in one unit. */
    public boolean isInPart() {
        Quantity of = claim.quantity();
        return of != null
                && received != null
                && of.unit().equals(received.unit())
                && of.isLessThan(received);
    }
}
