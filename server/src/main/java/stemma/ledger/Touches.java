package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which lots an event is about, and under which document's code it is found. */
public final class Touches {
    private Touches() {}

    /** Returns every lot or range of units the event is about, each once, in order. */
    public static List<Portion> lots(Event event) {
        List<Portion> all = new ArrayList<>();
        for (Movement movement : Facts.movements(event)) all.add(movement.lot());
        switch (event) {
            case Event.Judged e -> all.addAll(e.lots());
            case Event.PassportChanged e -> all.add(e.lot());
            case Event.Held e -> {
                if (e.reach() instanceof Reach.Sublot(var lot)) all.add(lot);
            }
            case Event.Identified e -> {
                all.add(Portion.of(e.unknown()));
                all.add(Portion.of(e.is()));
            }
            case Event.Installed e -> all.add(Portion.of(e.unit()));
            case Event.Removed e -> all.add(Portion.of(e.unit()));
            case Event.Corrected e -> {
                if (e.replacement() != null) all.addAll(lots(e.replacement()));
            }
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
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.HoldLifted _ -> {}
        }
        return all.size() < 2 ? all : new ArrayList<>(new TreeSet<>(all));
    }

    /**
     * Returns the codes of the documents an event stands on: receipt, orders, run, shipment,
     * return, hold.
     */
    public static List<String> documents(Event event) {
        List<String> codes = new ArrayList<>();
        switch (event) {
            case Event.Received e -> add(codes, e.receipt(), e.order());
            case Event.Consumed e -> add(codes, e.run().id(), e.run().order());
            case Event.Produced e -> add(codes, e.run().id(), e.run().order());
            case Event.Shipped e -> add(codes, e.shipment(), e.order());
            case Event.Delivered e -> add(codes, e.shipment(), null);
            case Event.Returned e -> add(codes, e.document(), null);
            case Event.ReturnedToSupplier e -> add(codes, e.document(), null);
            case Event.Destroyed e -> add(codes, e.document(), null);
            case Event.Held e -> add(codes, e.hold(), null);
            case Event.HoldLifted e -> add(codes, e.hold(), null);
            case Event.Packed e -> add(codes, e.container(), null);
            case Event.Unpacked e -> add(codes, e.container(), null);
            case Event.Corrected e -> {
                if (e.replacement() != null) codes.addAll(documents(e.replacement()));
            }
            case Event.Opened _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Scrapped _,
                    Event.Judged _,
                    Event.Identified _,
                    Event.PassportChanged _ -> {}
        }
        return codes;
    }

    private static void add(List<String> codes, Record first, @Nullable Record second) {
        codes.add(first.toString());
        if (second != null && !second.toString().equals(first.toString()))
            codes.add(second.toString());
    }
}
