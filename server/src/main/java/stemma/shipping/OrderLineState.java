package stemma.shipping;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.time.LocalDate;

/**
 * How a line of a sales order stands, in the item's base unit: how much was ordered, went out, is
 * kept for it and is in hand; of several lines of an item the first is served first.
 */
public record OrderLineState(
        int number,
        ItemCode item,
        String itemName,
        Quantity ordered,
        Quantity atMost,
        Quantity shipped,
        Quantity kept,
        Quantity picked,
        @Nullable LocalDate due) {

    /** Returns what is still to go out. */
    public Quantity open() {
        return atLeastNothing(ordered.minus(shipped));
    }

    /** Returns what is still to go out and is neither kept nor in hand. */
    public Quantity unallocated() {
        return atLeastNothing(ordered.minus(shipped).minus(kept).minus(picked));
    }

    /** Returns what is still to be picked. */
    public Quantity unpicked() {
        return atLeastNothing(ordered.minus(shipped).minus(picked));
    }

    private static Quantity atLeastNothing(Quantity quantity) {
        return quantity.isNegative() ? Quantity.zero(quantity.unit()) : quantity;
    }
}
