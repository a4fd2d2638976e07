package stemma.genealogy;

import stemma.identifiers.ShipmentCode;
import stemma.trace.Reached;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * In which shipments lots left: the shipments, in the normal form of their codes, and for each
 * departure its lot, by inner key, and which of the shipments it was.
 */
public final class Departures {
    private final List<ShipmentCode> shipments = new ArrayList<>();
    private final Keys lots = new Keys();
    private final Keys in = new Keys();

    private Departures() {}

    static Departures of(Reached reached, LongFunction<ShipmentCode> code) {
        Departures all = new Departures();
        Map<Long, Integer> numberOf = new HashMap<>();
        reached.forEachConsigned(new Reached.Consigned() {
            @Override
            public void shipped(long lot, int first, int last, long shipment) {
                all.lots.add(lot);
                all.in.add(numberOf.computeIfAbsent(shipment, _ -> {
                    all.shipments.add(code.apply(shipment));
                    return all.shipments.size() - 1;
                }));
            }

            @Override
            public void kept(long lot, int first, int last) {
                // What never left is in no shipment.
            }
        });
        return all;
    }

    /** Returns the shipments, each once. */
    public List<ShipmentCode> shipments() {
        return Collections.unmodifiableList(shipments);
    }

    /** Returns how many departures there are. */
    public int size() {
        return lots.size();
    }

    /** Returns the inner key of the lot that departed. */
    public long lot(int departure) {
        return lots.get(departure);
    }

    /** Returns in which of the shipments it departed. */
    public int in(int departure) {
        return (int) in.get(departure);
    }
}
