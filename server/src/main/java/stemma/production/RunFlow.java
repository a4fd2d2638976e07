package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.documents.DocumentEntry.Part;
import stemma.identifiers.LotId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;

/** One line of an event that moved material into a run or out of it. */
record RunFlow(RunId run, @Nullable OrderCode order, Side side, LotId lot, Quantity quantity) {

    /** Returns what the event moved into runs and out of them. */
    static List<RunFlow> of(Event event) {
        return switch (event) {
            case Event.Consumed e -> of(e, e.run().order());
            case Event.Produced e -> of(e, e.run().order());
            case Event.Moved _,
                    Event.Adjusted _,
                    Event.Sampled _,
                    Event.Scrapped _,
                    Event.Destroyed _ -> of(event, null);
            // Of one event alone, and balanced in itself.
            case Event.Split _, Event.Merged _, Event.Removed _, Event.Returned _ -> List.of();
            case Event.Opened _,
                    Event.Received _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.ReturnedToSupplier _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> List.of();
        };
    }

    private static List<RunFlow> of(Event event, @Nullable OrderCode order) {
        List<RunFlow> flows = new ArrayList<>();
        Part part = event instanceof Event.Produced ? Part.TELLS : Part.BEFALLS;
        for (Movement movement : Facts.movements(event)) {
            if (movement.to() instanceof Place.InRun(RunId run)) {
                flows.add(of(movement, run, order, Side.IN));
            }
            if (movement.from() instanceof Place.InRun(RunId run)) {
                flows.add(of(movement, run, order, leaving(part, movement.to())));
            }
        }
        return flows;
    }

    /**
     * Returns on which side material leaves a run by an event that is that part of it: what nobody
     * has lost and the run has not made came back unused.
     */
    static Side leaving(Part part, Place to) {
        if (part == Part.TELLS) return Side.OUT;
        return to instanceof Place.Beyond ? Side.LOST : Side.BACK;
    }

    private static RunFlow of(Movement movement, RunId run, @Nullable OrderCode order, Side side) {
        return new RunFlow(run, order, side, movement.lot().first(), movement.quantity());
    }
}
