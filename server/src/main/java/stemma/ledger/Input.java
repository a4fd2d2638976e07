package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.quantity.Quantity;

import java.util.List;

/**
 * A quantity of a lot that goes into a run. {@code into} names the outputs it went into where that
 * was recorded (a sub-run); empty means into all of them.
 */
public record Input(
        Portion lot,
        Quantity quantity,
        @Nullable Quantity catchWeight,
        Place from,
        List<Portion> into) {
    public Input {
        into = List.copyOf(into);
        if (!quantity.isPositive()) {
            throw new MalformedEvent(
                    "quantity_invalid", "quantity", "a quantity is more than nothing");
        }
    }

    public Line line() {
        return new Line(lot, quantity, catchWeight, from);
    }
}
