package stemma.receiving;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Conversions;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Standing;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.Rule;
import stemma.ledger.Undo;
import stemma.ledger.Violation;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The orders that an append names, with what has come in for each of their items. An order that the
 * catalog does not have is somebody else's; nothing is held against it.
 */
final class OrderBook implements Guard.Judge {
    private final Map<String, PurchaseOrder> orders;
    private final Conversions conversions;
    private final Map<Ordered, Quantity> received;
    private final Undo undo = new Undo();

    OrderBook(
            Map<OrderCode, PurchaseOrder> orders,
            Map<Ordered, Quantity> received,
            Conversions conversions) {
        this.orders = orders.values().stream()
                .collect(Collectors.toMap(
                        order -> OrderGuard.normal(order.code()), order -> order, (a, _) -> a));
        this.conversions = conversions;
        this.received = new HashMap<>(received);
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        if (!(candidate.effect() instanceof Event.Received delivery) || delivery.order() == null)
            return List.of();
        PurchaseOrder order = orders.get(OrderGuard.normal(delivery.order()));
        if (order == null) return List.of();
        List<Violation> broken = new ArrayList<>();
        if (order.standing() == Standing.RETIRED) {
            broken.add(Rule.ORDER_CLOSED.broken(
                    "order", null, "Order " + order.code() + " is closed."));
        }
        if (!LotNumber.normal(order.supplier().code())
                .equals(LotNumber.normal(delivery.supplier().code()))) {
            broken.add(Rule.NOT_ORDERED.broken(
                    "supplier",
                    null,
                    "Order " + order.code() + " was placed at " + order.supplier() + ", not at "
                            + delivery.supplier() + "."));
        }
        Map<Ordered, Quantity> undone = candidate.undone() == null
                ? Map.of()
                : ordered(candidate.undone().effect());
        sums(delivery).forEach((item, sum) -> check(order, item, sum, undone, broken));
        return broken;
    }

    private void check(
            PurchaseOrder order,
            ItemCode item,
            Quantity sum,
            Map<Ordered, Quantity> undone,
            List<Violation> broken) {
        Wanted wanted = Wanted.of(order, item, conversions, sum.unit()).orElse(null);
        if (wanted == null) {
            broken.add(Rule.NOT_ORDERED.broken(
                    "lots", null, "Order " + order.code() + " has no line for " + item + "."));
            return;
        }
        Ordered ordered = Ordered.of(order.code(), item);
        Quantity already = received.get(ordered);
        Quantity after = already == null ? sum : already.plus(sum);
        if (undone.containsKey(ordered)) after = after.minus(undone.get(ordered));
        if (after.amount().compareTo(wanted.most().amount()) <= 0) return;
        broken.add(Rule.OVER_DELIVERY.broken(
                "lots",
                null,
                "Order " + order.code() + " is for " + wanted.amount() + " of " + item
                        + (wanted.most().equals(wanted.amount())
                                ? ""
                                : ", at most " + wanted.most())
                        + "; with this, " + after + " would have come."));
    }

    /** Returns what came of each item in an event, in the unit in which lots of it are counted. */
    static Map<ItemCode, Quantity> sums(Event.Received delivery) {
        Map<ItemCode, Quantity> sums = new LinkedHashMap<>();
        for (Birth birth : delivery.lots()) {
            Quantity before = sums.get(birth.passport().item());
            boolean adds =
                    before == null || before.unit().equals(birth.quantity().unit());
            if (adds) sums.merge(birth.passport().item(), birth.quantity(), Quantity::plus);
        }
        return sums;
    }

    @Override
    public void stands(Candidate candidate) {
        if (candidate.undone() != null)
            ordered(candidate.undone().effect()).forEach((key, sum) -> add(key, sum.negated()));
        ordered(candidate.effect()).forEach(this::add);
    }

    private void add(Ordered key, Quantity sum) {
        Quantity before = received.get(key);
        undo.put(received, key, before == null ? sum : before.plus(sum));
    }

    /** Returns what an event says came in for an order; nothing where it is no such delivery. */
    private static Map<Ordered, Quantity> ordered(@Nullable Event event) {
        Map<Ordered, Quantity> ordered = new HashMap<>();
        if (!(event instanceof Event.Received e) || e.order() == null) return ordered;
        OrderCode order = e.order();
        sums(e).forEach((item, sum) -> ordered.put(Ordered.of(order, item), sum));
        return ordered;
    }

    @Override
    public void mark() {
        undo.mark();
    }

    @Override
    public void forget() {
        undo.forget();
    }
}
