package stemma.inquiry;

import stemma.quantity.Quantity;
import stemma.stock.Shipment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shipment of lots concerned: to whom, how much went, how much is still on the road. */
public record Road(Shipment shipment, Consignee consignee, List<Load> loads) {
    public Road {
        loads = List.copyOf(loads);
    }

    /** How much of a lot went under the shipment, and how much of that has not arrived. */
    public record Load(LotLine lot, Quantity sent, Quantity onTheRoad) {}

    public boolean isOnTheRoad() {
        return loads.stream().anyMatch(load -> load.onTheRoad().isPositive());
    }

    /** Returns what has not arrived, one amount for each unit. */
    public List<Quantity> left() {
        Map<String, Quantity> sums = new TreeMap<>();
        for (Load load : loads) {
            if (load.onTheRoad().isPositive())
                sums.merge(load.onTheRoad().unit().code(), load.onTheRoad(), Quantity::plus);
        }
        return List.copyOf(sums.values());
    }
}
