package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

/**
 * How much of a lot, or which of its units, is at a place; with the catch weight where it has one.
 */
public record Balance(
        Portion lot,
        Place place,
        Quantity quantity,
        @Nullable Quantity catchWeight) {}
