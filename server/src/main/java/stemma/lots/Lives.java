package stemma.lots;

import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.ReturnLine;
import stemma.ledger.RunKind;

import java.util.List;

/** Which units cease to exist as themselves with an event, so that their numbers may begin anew. */
public final class Lives {
    private Lives() {}

    /**
     * Returns what was taken apart, reworked, destroyed or came back; what is built in still exists
     * inside.
     */
    public static List<Portion> endedBy(Event event) {
        return switch (event) {
            case Event.Consumed e
            when e.run().kind() == RunKind.DISASSEMBLY || e.run().kind() == RunKind.REWORK ->
                e.inputs().stream().map(Input::lot).toList();
            case Event.Destroyed e -> e.lines().stream().map(Line::lot).toList();
            // What comes back is kept apart as a lot of its own: the same unit, in its next life.
            case Event.Returned e -> e.lines().stream().map(ReturnLine::of).toList();
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> List.of();
        };
    }
}
