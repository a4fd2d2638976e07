package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.quantity.Quantity;

/**
 * A quantity of a lot, or a range of units, taken from a place; with its catch weight if it has
 * one.
 */
public record Line(Portion lot, Quantity quantity, @Nullable Quantity catchWeight, Place from) {
    public Line {
        if (!quantity.isPositive()) {
            throw new MalformedEvent(
                    "quantity_invalid", "quantity", "a quantity is more than nothing");
        }
    }
}
