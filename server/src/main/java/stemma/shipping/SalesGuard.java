package stemma.shipping;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.Partner;
import stemma.catalog.SalesOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.lots.LotBook;
import stemma.shipping.store.SentTable;
import stemma.stock.Reservations;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opens the book of sales for an append: shipments of one order take turns, what the orders ask,
 * what went out for them and what the customers agreed is read as sets.
 */
final class SalesGuard implements Guard {
    private final Catalog catalog;
    private final SentTable sent;

    SalesGuard(JdbcClient database, Catalog catalog) {
        this.catalog = catalog;
        this.sent = new SentTable(database);
    }

    @Override
    public Set<String> locks(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        for (OrderCode order : orders(events)) keys.add(Reservations.lock(order));
        return keys;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        Set<OrderCode> codes = orders(events);
        Map<PartnerCode, Partner> partners = catalog.partners(consignees(events));
        Map<String, Partner> customers = new HashMap<>();
        partners.values().forEach(p -> customers.put(LotNumber.normal(p.code().code()), p));
        return new SalesBook(
                before.judge(LotBook.class),
                customers,
                asked(catalog.salesOrders(codes).values()),
                sent.of(codes.stream().map(c -> LotNumber.normal(c.code())).toList()));
    }

    private Map<String, OrderedItems> asked(Collection<SalesOrder> orders) {
        return asked(catalog, orders);
    }

    /** Returns what orders ask for in base units, by their codes in normal form. */
    static Map<String, OrderedItems> asked(Catalog catalog, Collection<SalesOrder> orders) {
        if (orders.isEmpty()) return Map.of();
        Set<ItemCode> codes = new TreeSet<>();
        orders.forEach(o -> o.lines().forEach(line -> codes.add(line.item())));
        Map<String, Item> items = new HashMap<>();
        catalog.items(codes)
                .values()
                .forEach(item -> items.put(LotNumber.normal(item.code().code()), item));
        var conversions = catalog.conversions(codes);
        Map<String, OrderedItems> asked = new HashMap<>();
        for (SalesOrder order : orders) {
            asked.put(
                    LotNumber.normal(order.code().code()),
                    OrderedItems.of(order, items, conversions));
        }
        return asked;
    }

    private static Set<OrderCode> orders(Collection<Candidate> events) {
        Set<OrderCode> codes = new TreeSet<>();
        for (Candidate candidate : events) {
            if (candidate.effect() instanceof Event.Shipped e && e.order() != null)
                codes.add(e.order());
            if (candidate.undone() != null
                    && candidate.undone().effect() instanceof Event.Shipped e
                    && e.order() != null) codes.add(e.order());
        }
        return codes;
    }

    private static List<PartnerCode> consignees(Collection<Candidate> events) {
        return events.stream()
                .map(Candidate::effect)
                .filter(Event.Shipped.class::isInstance)
                .map(e -> ((Event.Shipped) e).consignee())
                .distinct()
                .toList();
    }
}
