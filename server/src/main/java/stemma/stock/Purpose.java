package stemma.stock;

import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;

import java.util.function.UnaryOperator;

/** What material is taken for, by which holds, status and expiry allow or forbid it. */
public enum Purpose {
    /** It goes into something else. */
    USE,
    /** It leaves for a customer. */
    SHIP,
    /** It goes back or is destroyed: what is rejected may, on a signed disposition. */
    DISPOSE,
    /** It goes into a partner's hands and stays ours: what is held or rejected does not. */
    LEND,
    /** It stays ours and stays itself. */
    KEEP;

    /**
     * Returns what one movement takes the material for: by the event, and where a move or an
     * adjustment is none by its name, by where it ends.
     */
    public static Purpose of(Event event, Movement movement, UnaryOperator<Place> standing) {
        Purpose purpose = of(event);
        if (purpose != KEEP) return purpose;
        Place to = standing.apply(movement.to());
        if (event instanceof Event.Adjusted) {
            if (event.circumstances().follows() != null) return KEEP;
            if (to instanceof Place.OfCustomer || to instanceof Place.InTransit) return SHIP;
        }
        if (isLoss(to)) return DISPOSE;
        boolean lends = to instanceof Place.InCustody || beginsInCustody(event, standing);
        return lends && !to.equals(standing.apply(movement.from())) ? LEND : KEEP;
    }

    private static boolean isLoss(Place to) {
        return to == Place.Beyond.COUNT_VARIANCE || to == Place.Beyond.PROCESS_LOSS;
    }

    private static boolean beginsInCustody(Event event, UnaryOperator<Place> standing) {
        return Facts.births(event).stream()
                .anyMatch(birth -> standing.apply(birth.to()) instanceof Place.InCustody);
    }

    static Purpose of(Event event) {
        return switch (event) {
            case Event.Consumed _, Event.Filled _, Event.Merged _, Event.Installed _ -> USE;
            case Event.Shipped _ -> SHIP;
            case Event.ReturnedToSupplier _, Event.Destroyed _, Event.Scrapped _ -> DISPOSE;
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Produced _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> KEEP;
        };
    }
}
