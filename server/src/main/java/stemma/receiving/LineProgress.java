package stemma.receiving;

import org.jspecify.annotations.Nullable;

import stemma.catalog.OrderLine;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A line of a purchase order as far as it has come: what it asks for, what came for it and what is
 * still open, in the unit of the item. What comes for an item fills its lines in the order of their
 * dates. {@code blocked} says why it cannot be received, empty where it can.
 */
public record LineProgress(
        OrderLine line,
        String itemName,
        @Nullable LocalDate due,
        Wanted wanted,
        Quantity received,
        State state,
        String blocked) {

    /** How a line stands. */
    public enum State {
        /** It should have come before today. */
        LATE,
        /** It is due today. */
        TODAY,
        /** It is due later, or no day was set. */
        LATER,
        /** Enough came. */
        MET,
        /** The order is closed: nothing more is expected. */
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns what is still to come, nothing where enough came. */
    public Quantity open() {
        if (state == State.MET || state == State.CLOSED)
            return new Quantity(BigDecimal.ZERO, received.unit());
        return wanted.amount().plus(received.negated());
    }

    /** Says whether more came than was asked for. */
    public boolean isOver() {
        return received.amount().compareTo(wanted.amount().amount()) > 0;
    }

    /** Says whether it is still to come. */
    public boolean isOpen() {
        return state == State.LATE || state == State.TODAY || state == State.LATER;
    }
}
