package stemma.lots;

import stemma.ledger.Event;

/** Where in an event a birth stands, as the element that a violation names. */
final class BirthElement {
    private BirthElement() {}

    /** Returns the path of the event's birth at that index, such as {@code lots[2]}. */
    static String of(Event event, int index) {
        String each = "[" + index + "]";
        return switch (event) {
            case Event.Produced _ -> "outputs" + each;
            case Event.Split _ -> "into" + each;
            case Event.Merged _ -> "into";
            case Event.Returned _ -> "lines" + each + ".as";
            case Event.Removed _ -> "reclaimed";
            case Event.Opened _,
                    Event.Received _,
                    Event.Drawn _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Consumed _,
                    Event.Filled _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> "lots" + each;
        };
    }
}
