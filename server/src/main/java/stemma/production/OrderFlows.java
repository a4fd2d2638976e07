package stemma.production;

import stemma.documents.DocumentKind;
import stemma.documents.Documents;
import stemma.documents.ToldFor;
import stemma.documents.UnderOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Stock;
import stemma.stock.Turnover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What moved into the runs of orders and out of them, as sums of the movements that stand. Orders
 * and runs are told by their normal codes.
 */
final class OrderFlows {
    private final Documents documents;
    private final Stock stock;

    OrderFlows(Documents documents, Stock stock) {
        this.documents = documents;
        this.stock = stock;
    }

    /** How much of an item moved on one side of all runs of an order. */
    record Sum(String order, Side side, ItemCode item, Quantity quantity) {}

    private record Slot(String order, Side side, ItemCode item, String unit) {}

    /** Returns for each of the runs the orders that its events name. */
    Map<String, List<String>> ordersOfRuns(Collection<RunId> runs) {
        Set<String> codes = new LinkedHashSet<>();
        runs.forEach(run -> codes.add(normal(run)));
        return documents.ordersOf(DocumentKind.RUN, codes);
    }

    /** Returns for which orders each of the runs, by normal code, was ever told. */
    List<ToldFor> everToldFor(Collection<String> runs) {
        return documents.everToldFor(DocumentKind.RUN, runs);
    }

    /** Returns what stands under the orders. */
    List<Sum> sums(Collection<String> orders) {
        List<UnderOrder> entries = documents.underOrders(DocumentKind.RUN, orders);
        Map<Long, List<Turnover>> moved = new HashMap<>();
        for (Turnover one :
                stock.turnoverUnder(entries.stream().map(UnderOrder::seq).toList()))
            moved.computeIfAbsent(one.seq(), _ -> new ArrayList<>()).add(one);
        Map<Slot, Sum> sums = new LinkedHashMap<>();
        for (UnderOrder entry : entries) {
            for (Turnover one : moved.getOrDefault(entry.seq(), List.of())) {
                if (isOf(one.to(), entry)) add(sums, entry, Side.IN, one);
                if (isOf(one.from(), entry))
                    add(sums, entry, RunFlow.leaving(entry.part(), one.to()), one);
            }
        }
        return List.copyOf(sums.values());
    }

    private static boolean isOf(Place place, UnderOrder entry) {
        return place instanceof Place.InRun(RunId run) && normal(run).equals(entry.document());
    }

    private static void add(Map<Slot, Sum> sums, UnderOrder entry, Side side, Turnover moved) {
        ItemCode item = moved.lot().item();
        String order = entry.order();
        sums.merge(
                new Slot(order, side, item, moved.quantity().unit().code()),
                new Sum(order, side, item, moved.quantity()),
                (a, b) -> new Sum(order, side, item, a.quantity().plus(b.quantity())));
    }

    private static String normal(RunId run) {
        return LotNumber.normal(run.code());
    }

    /** Returns the normal code of an order. */
    static String normal(OrderCode order) {
        return LotNumber.normal(order.code());
    }
}
