package stemma.ledger;

import java.util.List;
import java.util.function.UnaryOperator;

/** Events with their births changed, such as completed from the item's policy. */
public final class Births {
    private Births() {}

    /** Returns the event with each birth replaced by what the change makes of it. */
    public static Event map(Event event, UnaryOperator<Birth> change) {
        return switch (event) {
            case Event.Opened e -> new Event.Opened(e.circumstances(), all(e.lots(), change));
            case Event.Received e ->
                new Event.Received(
                        e.circumstances(),
                        e.receipt(),
                        e.order(),
                        e.supplier(),
                        all(e.lots(), change));
            case Event.Split e ->
                new Event.Split(e.circumstances(), e.kind(), e.from(), all(e.into(), change));
            case Event.Merged e ->
                new Event.Merged(e.circumstances(), e.from(), change.apply(e.into()));
            case Event.Produced e ->
                new Event.Produced(e.circumstances(), e.run(), all(e.outputs(), change));
            case Event.Drawn e ->
                new Event.Drawn(e.circumstances(), e.vessel(), all(e.lots(), change));
            case Event.Removed e ->
                e.reclaimed() == null
                        ? e
                        : new Event.Removed(
                                e.circumstances(),
                                e.unit(),
                                e.original(),
                                change.apply(e.reclaimed()),
                                e.to(),
                                e.position());
            case Event.Returned e ->
                new Event.Returned(
                        e.circumstances(),
                        e.document(),
                        e.customer(),
                        e.shipTo(),
                        e.lines().stream()
                                .map(l -> new ReturnLine(l.of(), change.apply(l.as())))
                                .toList());
            case Event.Moved _,
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
                    Event.Corrected _ -> event;
        };
    }

    private static List<Birth> all(List<Birth> births, UnaryOperator<Birth> change) {
        return births.stream().map(change).toList();
    }
}
