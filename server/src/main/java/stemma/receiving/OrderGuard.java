package stemma.receiving;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.catalog.Conversions;
import stemma.catalog.OrderLine;
import stemma.catalog.PurchaseOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.receiving.store.ReceivedTable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Holds deliveries against the orders they name, as far as the catalog has them. Who receives for
 * one order takes turns, so that two deliveries at once cannot both be the last that fits.
 */
final class OrderGuard implements Guard {
    private final Catalog catalog;
    private final ReceivedTable received;

    OrderGuard(Catalog catalog, JdbcClient database) {
        this.catalog = catalog;
        this.received = new ReceivedTable(database);
    }

    @Override
    public Set<String> locks(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        for (OrderCode order : orders(events)) keys.add("purchase-order:" + normal(order));
        return keys;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        Set<OrderCode> named = orders(events);
        if (named.isEmpty()) return new OrderBook(Map.of(), Map.of(), new Conversions(Set.of()));
        Map<OrderCode, PurchaseOrder> orders = catalog.purchaseOrders(named);
        Set<String> normals = new HashSet<>();
        Set<ItemCode> items = new HashSet<>();
        for (PurchaseOrder order : orders.values()) {
            normals.add(normal(order.code()));
            for (OrderLine line : order.lines()) items.add(line.item());
        }
        return new OrderBook(orders, received.of(normals), catalog.conversions(items));
    }

    private static Set<OrderCode> orders(Collection<Candidate> events) {
        Set<OrderCode> orders = new HashSet<>();
        for (Candidate candidate : events) {
            add(orders, candidate.effect());
            if (candidate.undone() != null) add(orders, candidate.undone().effect());
        }
        return orders;
    }

    private static void add(Set<OrderCode> orders, @Nullable Event event) {
        if (event instanceof Event.Received e && e.order() != null) orders.add(e.order());
    }

    static String normal(OrderCode order) {
        return LotNumber.normal(order.code());
    }
}
