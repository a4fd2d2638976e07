package stemma.inquiry;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Adds up what each consignee has or will get of each item, and by which of some shipments: as many
 * as lots may be sent in each, and most of them more than once.
 */
final class Receptions {
    private final Map<String, Sum> sums = new TreeMap<>();
    private final List<String> shipments;

    /** Shipments are told by where they stand among these. */
    Receptions(List<String> shipments) {
        this.shipments = shipments;
    }

    /** What one consignee has or will get of one item. */
    static final class Sum {
        private final Consignee consignee;
        private final ItemCode item;
        private final String name;
        private int[] by = new int[4];
        private int sent;
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
        void by(int shipment) {
            if (sent == by.length) by = distinct(2);
            by[sent++] = shipment;
        }

        /** Returns each of them once, and room for so many times as many. */
        private int[] distinct(int times) {
            Arrays.sort(by, 0, sent);
            int kept = 0;
            for (int i = 0; i < sent; i++) if (i == 0 || by[i] != by[i - 1]) by[kept++] = by[i];
            sent = kept;
            return Arrays.copyOf(by, Math.max(4, times * kept));
        }
    }

    Sum of(Consignee consignee, ItemCode item, String name, Unit unit) {
        return sums.computeIfAbsent(
                consignee.key() + "\n" + item + "\n" + unit,
                _ -> new Sum(consignee, item, name, unit));
    }

    private List<String> sent(Sum sum) {
        int[] by = sum.distinct(1);
        int sent = sum.sent;
        return new AbstractList<>() {
            @Override
            public String get(int at) {
                return shipments.get(by[Objects.checkIndex(at, sent)]);
            }

            @Override
            public int size() {
                return sent;
            }
        };
    }

    /** Returns all of them, those with goods on the road first, then by consignee and item. */
    List<Reception> all() {
        List<Reception> all = new ArrayList<>();
        for (Sum sum : sums.values())
            all.add(new Reception(
                    sum.consignee, sum.item, sum.name, sum.there, sum.onTheRoad, sent(sum)));
        all.sort(Comparator.comparing((Reception r) -> !r.onTheRoad().isPositive())
                .thenComparing(r -> r.consignee().name())
                .thenComparing(r -> r.consignee().shipToName())
                .thenComparing(Reception::itemName));
        return all;
    }
}
