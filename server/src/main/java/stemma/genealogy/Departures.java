package stemma.genealogy;

import stemma.identifiers.ShipmentCode;
import stemma.trace.Reached;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * In which shipments lots left: the shipments, in the normal form of their codes, and for each
 * departure its lot, by inner key, and which of the shipments it was.
 */
public record Departures(List<ShipmentCode> shipments, List<Long> lots, List<Integer> in) {

    static Departures of(Reached reached, LongFunction<ShipmentCode> code) {
        Departures all = new Departures(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<Long, Integer> numberOf = new HashMap<>();
        reached.forEachConsigned(new Reached.Consigned() {
            @Override
            public void shipped(long lot, int first, int last, long shipment) {
                all.lots.add(lot);
                all.in.add(numberOf.computeIfAbsent(shipment, _ -> all.shipments.size()));
                if (all.shipments.size() < numberOf.size()) all.shipments.add(code.apply(shipment));
            }

            @Override
            public void kept(long lot, int first, int last) {
                // What never left is in no shipment.
            }
        });
        return all;
    }
}
