package stemma.inquiry;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Adds up what each consignee has or will get of each item, and by which shipments. */
final class Receptions {
    private final Map<String, Sum> sums = new TreeMap<>();

    /** What one consignee has or will get of one item. */
    static final class Sum {
        private final Consignee consignee;
        private final ItemCode item;
        private final String name;
        private final Set<String> shipments = new HashSet<>();
        private Quantity there;
        private Quantity onTheRoad;

        Sum(Consignee consignee, ItemCode item, String name, Unit unit) {
            this.consignee = consignee;
            this.item = item;
            this.name = name;
            this.there = Quantity.zero(unit);
            this.onTheRoad = this.there;
        }

        void there(Quantity quantity) {
            there = there.plus(quantity);
        }

        void onTheRoad(Quantity quantity) {
            onTheRoad = onTheRoad.plus(quantity);
        }

        /** Who sent everything back had it all the same. */
        void by(String shipment) {
            shipments.add(shipment);
        }
    }

    Sum of(Consignee consignee, ItemCode item, String name, Unit unit) {
        return sums.computeIfAbsent(
                consignee.key() + "\n" + item + "\n" + unit,
                _ -> new Sum(consignee, item, name, unit));
    }

    /** Returns all of them, those with goods on the road first, then by consignee and item. */
    List<Reception> all() {
        List<Reception> all = new ArrayList<>();
        for (Sum sum : sums.values())
            all.add(new Reception(
                    sum.consignee, sum.item, sum.name, sum.there, sum.onTheRoad, sum.shipments));
        all.sort(Comparator.comparing((Reception r) -> !r.onTheRoad().isPositive())
                .thenComparing(r -> r.consignee().name())
                .thenComparing(r -> r.consignee().shipToName())
                .thenComparing(Reception::itemName));
        return all;
    }
}
