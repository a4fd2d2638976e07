package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

/**
 * How much of a lot stands at a place of ours: in {@code place}, which for a container itself
 * stands at {@code stands}. Units of a block are counted, in ea.
 */
public record Standing(
        Lot lot,
        Place place,
        Place stands,
        Quantity quantity,
        @Nullable Quantity catchWeight) {
    /** Returns the container it is in, or none. */
    public @Nullable ContainerCode container() {
        return place instanceof Place.InContainer(var code) ? code : null;
    }
}
