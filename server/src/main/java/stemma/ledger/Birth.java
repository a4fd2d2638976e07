package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.quantity.Quantity;

/**
 * A lot, or a serial block of {@code units} units, that begins to exist: its ordinal in the event
 * of its birth, its passport, how much there is, where it stands and with which status it begins
 * (filled from the item's policy where it is not said). A block takes the ordinals from its own to
 * its own plus units less one.
 */
public record Birth(
        int ordinal,
        int units,
        Passport passport,
        Quantity quantity,
        @Nullable Quantity catchWeight,
        Place to,
        @Nullable Status status) {
    public Birth {
        if (ordinal < 0)
            throw new MalformedEvent("ordinal_invalid", "ordinal", "an ordinal is not negative");
        if (units < 1)
            throw new MalformedEvent("units_invalid", "units", "a lot has at least one unit");
        if (!quantity.isPositive()) {
            throw new MalformedEvent(
                    "quantity_invalid", "quantity", "a quantity is more than nothing");
        }
    }

    public static Birth of(int ordinal, Passport passport, Quantity quantity, Place to) {
        return new Birth(ordinal, 1, passport, quantity, null, to, null);
    }

    public Birth with(Passport other, Status beginning) {
        return new Birth(ordinal, units, other, quantity, catchWeight, to, beginning);
    }

    /** Returns the lot, or the whole block, as born by that event. */
    public Portion of(EventId event) {
        return new Portion(new LotId(event, ordinal), units);
    }
}
