package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.quantity.Quantity;

/** A quantity of one lot goes from one place to another, with its catch weight if it has one. */
public record Movement(
        Portion lot, Quantity quantity, @Nullable Quantity catchWeight, Place from, Place to) {
    public Movement {
        if (from.equals(to)) {
            throw new MalformedEvent("movement_goes_nowhere", "to", "a movement goes somewhere");
        }
    }

    /** Returns the movement that undoes this one. */
    public Movement backwards() {
        return new Movement(lot, quantity, catchWeight, to, from);
    }
}
