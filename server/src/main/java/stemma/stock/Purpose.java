package stemma.stock;

import stemma.ledger.Event;

/** What material is taken for, by which holds, status and expiry allow or forbid it. */
public enum Purpose {
    /** It goes into something else. */
    USE,
    /** It leaves for a customer. */
    SHIP,
    /** It goes back or is destroyed: what is rejected may, on a signed disposition. */
    DISPOSE,
    /** It stays ours and stays itself. */
    KEEP;

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
