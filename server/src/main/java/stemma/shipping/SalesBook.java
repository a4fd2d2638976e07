package stemma.shipping;

import org.jspecify.annotations.Nullable;

import stemma.catalog.LotsPerLine;
import stemma.catalog.Partner;
import stemma.catalog.Standing;
import stemma.identifiers.LotNumber;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.Line;
import stemma.ledger.PassportDate;
import stemma.ledger.Rule;
import stemma.ledger.Undo;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.LotBook;
import stemma.quantity.Quantity;
import stemma.shipping.store.Sent;
import stemma.shipping.store.SentProjection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What customers ordered and agreed, for one append: goods last as long as agreed, a line is of one
 * lot where that was agreed, and no more goes out than was ordered. An order that the catalog does
 * not know binds nobody; a correction says what was, and is not judged by it.
 */
final class SalesBook implements Guard.Judge {
    private final LotBook lots;
    private final Map<String, Partner> customers;
    private final Map<String, OrderedItems> asked;
    private final Map<String, List<Sent>> sent = new HashMap<>();
    private final Undo undo = new Undo();

    SalesBook(
            LotBook lots,
            Map<String, Partner> customers,
            Map<String, OrderedItems> asked,
            List<Sent> sent) {
        this.lots = lots;
        this.customers = customers;
        this.asked = asked;
        sent.forEach(one ->
                this.sent.computeIfAbsent(one.order(), _ -> new ArrayList<>()).add(one));
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        if (!(candidate.effect() instanceof Event.Shipped shipped)) return List.of();
        if (candidate.event() instanceof Event.Corrected) return List.of();
        List<Violation> broken = new ArrayList<>();
        Partner customer = customers.get(LotNumber.normal(shipped.consignee().code()));
        if (customer != null) lasting(shipped, customer, broken);
        OrderedItems order = shipped.order() == null
                ? null
                : asked.get(LotNumber.normal(shipped.order().code()));
        if (order != null) ordered(shipped, order, customer, broken);
        return broken;
    }

    private void lasting(Event.Shipped shipped, Partner customer, List<Violation> broken) {
        Integer days = customer.policy().minimumRemainingDays();
        if (days == null) return;
        LocalDate least = shipped.circumstances()
                .occurredAt()
                .from()
                .atZone(lots.zone(shipped))
                .toLocalDate()
                .plusDays(days);
        Set<Lot> told = new HashSet<>();
        int number = 0;
        for (Line line : shipped.lines()) {
            String element = "lines[" + number++ + "]";
            Lot lot = lots.find(line.lot().first());
            PassportDate expiry = lot == null ? null : lot.passport().expiry();
            if (lot == null || expiry == null || !told.add(lot)) continue;
            if (expiry.lastDay().isBefore(least)) {
                broken.add(Rule.SHELF_LIFE_TOO_SHORT.broken(
                        element,
                        line.lot(),
                        "Lot " + lot.number() + " expires on " + expiry + "; "
                                + customer.name() + " takes nothing that expires before "
                                + least + "."));
            }
        }
    }

    private void ordered(
            Event.Shipped shipped,
            OrderedItems order,
            @Nullable Partner customer,
            List<Violation> broken) {
        if (!isSame(order.order().customer().code(), shipped.consignee().code())) {
            broken.add(Rule.NOT_ON_ORDER.broken(
                    "consignee",
                    null,
                    "Order " + order.order().code() + " is of " + order.order().customer()
                            + ", not of " + shipped.consignee() + "."));
            return;
        }
        if (order.order().standing() != Standing.ACTIVE) {
            broken.add(Rule.NOT_ON_ORDER.broken(
                    "order", null, "Order " + order.order().code() + " is closed."));
        }
        Map<String, Quantity> now = new HashMap<>();
        Map<String, Set<String>> numbers = new HashMap<>();
        for (Sent one : SentProjection.of(shipped, lots::find)) {
            now.merge(one.item(), one.quantity(), Quantity::plus);
            numbers.computeIfAbsent(one.item(), _ -> new HashSet<>()).add(one.number());
        }
        now.forEach((item, quantity) -> item(shipped, order, item, quantity, broken));
        boolean ofOne = customer != null && customer.policy().lotsPerLine() == LotsPerLine.ONE;
        if (ofOne) numbers.forEach((item, some) -> oneLot(shipped, order, item, some, broken));
    }

    private void item(
            Event.Shipped shipped,
            OrderedItems order,
            String item,
            Quantity quantity,
            List<Violation> broken) {
        List<OrderedItems.Wanted> wanted = order.of(item);
        Line first = first(shipped, item);
        String element = "lines[" + shipped.lines().indexOf(first) + "]";
        if (wanted.isEmpty()) {
            broken.add(Rule.NOT_ON_ORDER.broken(
                    element,
                    first.lot(),
                    "Order " + order.order().code() + " asks for no " + item + "."));
            return;
        }
        Quantity most = wanted.getFirst().atMost();
        for (OrderedItems.Wanted other : wanted.subList(1, wanted.size())) {
            most = most.plus(other.atMost());
        }
        Quantity before = before(shipped, item, quantity);
        if (most.unit().equals(quantity.unit()) && most.isLessThan(before.plus(quantity))) {
            broken.add(Rule.OVER_SHIPMENT.broken(
                    element,
                    first.lot(),
                    "Order " + order.order().code() + " takes at most " + most + " of " + item
                            + "; " + before + " went out already, and this is " + quantity + "."));
        }
    }

    private Quantity before(Event.Shipped shipped, String item, Quantity unit) {
        Quantity sum = Quantity.zero(unit.unit());
        for (Sent one : sent(shipped)) if (one.item().equals(item)) sum = sum.plus(one.quantity());
        return sum;
    }

    private List<Sent> sent(Event.Shipped shipped) {
        return shipped.order() == null
                ? List.of()
                : sent.getOrDefault(LotNumber.normal(shipped.order().code()), List.of());
    }

    /** Of an item, a shipment has as many lot numbers as the order has lines for it. */
    private void oneLot(
            Event.Shipped shipped,
            OrderedItems order,
            String item,
            Set<String> numbers,
            List<Violation> broken) {
        Set<String> all = new HashSet<>(numbers);
        for (Sent one : sent(shipped)) {
            if (one.item().equals(item)
                    && one.shipment().equals(LotNumber.normal(shipped.shipment().code())))
                all.add(one.number());
        }
        int lines = Math.max(1, order.of(item).size());
        if (all.size() > lines) {
            Line first = first(shipped, item);
            broken.add(Rule.MORE_THAN_ONE_LOT.broken(
                    "lines[" + shipped.lines().indexOf(first) + "]",
                    first.lot(),
                    order.order().customer() + " takes a line of one lot only; of " + item
                            + " there would be " + all.size() + " lots."));
        }
    }

    private Line first(Event.Shipped shipped, String item) {
        return shipped.lines().stream()
                .filter(line -> {
                    Lot lot = lots.find(line.lot().first());
                    return lot != null && LotNumber.normal(lot.item().code()).equals(item);
                })
                .findFirst()
                .orElseThrow();
    }

    private static boolean isSame(String one, String other) {
        return LotNumber.normal(one).equals(LotNumber.normal(other));
    }

    @Override
    public void stands(Candidate candidate) {
        if (candidate.undone() != null
                && candidate.undone().effect() instanceof Event.Shipped wrong
                && wrong.order() != null) {
            SentProjection.of(wrong, lots::find).forEach(one -> add(one, -1));
        }
        if (candidate.effect() instanceof Event.Shipped shipped && shipped.order() != null) {
            SentProjection.of(shipped, lots::find).forEach(one -> add(one, 1));
        }
    }

    private void add(Sent one, int sign) {
        List<Sent> all = sent.computeIfAbsent(one.order(), _ -> new ArrayList<>());
        Quantity quantity = sign < 0 ? one.quantity().negated() : one.quantity();
        all.add(new Sent(one.order(), one.shipment(), one.item(), one.number(), quantity));
        undo.step(all::removeLast);
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
