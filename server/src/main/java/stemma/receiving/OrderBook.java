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
    private Map<Ordered, Quantity> received;
    private Map<Ordered, Quantity> marked;

    OrderBook(
            Map<OrderCode, PurchaseOrder> orders,
            Map<Ordered, Quantity> received,
            Conversions conversions) {
        this.orders = orders.values().stream()
                .collect(Collectors.toMap(
                        order -> OrderGuard.normal(order.code()), order -> order, (a, _) -> a));
        this.conversions = conversions;
        this.received = new HashMap<>(received);
        this.marked = this.received;
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
        Map<Ordered, Quantity> before = new HashMap<>(received);
        if (candidate.undone() != null) add(before, candidate.undone().effect(), -1);
        sums(delivery).forEach((item, sum) -> check(order, item, sum, before, broken));
        return broken;
    }

    private void check(
            PurchaseOrder order,
            ItemCode item,
            Quantity sum,
            Map<Ordered, Quantity> before,
            List<Violation> broken) {
        Wanted wanted = Wanted.of(order, item, conversions, sum.unit()).orElse(null);
        if (wanted == null) {
            broken.add(Rule.NOT_ORDERED.broken(
                    "lots", null, "Order " + order.code() + " has no line for " + item + "."));
            return;
        }
        Quantity already = before.get(Ordered.of(order.code(), item));
        Quantity after = already == null ? sum : already.plus(sum);
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
        if (candidate.undone() != null) add(received, candidate.undone().effect(), -1);
        add(received, candidate.effect(), 1);
    }

    private static void add(Map<Ordered, Quantity> sums, @Nullable Event event, int sign) {
        if (!(event instanceof Event.Received e) || e.order() == null) return;
        OrderCode order = e.order();
        sums(e).forEach((item, sum) -> sums.merge(
                Ordered.of(order, item), sign < 0 ? sum.negated() : sum, Quantity::plus));
    }

    @Override
    public void mark() {
        marked = new HashMap<>(received);
    }

    @Override
    public void forget() {
        received = new HashMap<>(marked);
    }
}
