package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.catalog.MasterKey;
import stemma.catalog.Masters;
import stemma.catalog.Order;
import stemma.catalog.SalesOrder;
import stemma.catalog.WorkOrder;
import stemma.genealogy.Extent;
import stemma.genealogy.Question;
import stemma.genealogy.Trace;
import stemma.genealogy.TracedRun;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.Purpose;
import stemma.stock.Reservation;
import stemma.stock.Stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the work that a hold with all descendants would stop, before it is set. */
final class Stopping {
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Tracing tracing;

    Stopping(Catalog catalog, Lots lots, Stock stock, Tracing tracing) {
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
        this.tracing = tracing;
    }

    /** Returns the orders and runs that need what may contain these roots. */
    Stopped of(List<Portion> roots, Instant now) {
        // What is kept at a moment is what is open, far less than what was ever made.
        List<Reservation> kept = stock.kept(now);
        Question question = Question.forward(roots);
        Optional<Extent> told = tracing.extent().apply(question);
        if (told.isPresent()) {
            UnitsReached reached = new UnitsReached();
            told.get().units().forEach(s -> reached.add(s.lot(), s.first(), s.last()));
            return new Stopped(orders(reached.among(kept)), shown(told.get().open()));
        }
        Trace trace = tracing.trace().apply(question);
        UnitsReached reached = new UnitsReached();
        trace.lots()
                .forEach(r -> reached.add(
                        r.lot().key(),
                        r.portion().first().ordinal(),
                        r.portion().last()));
        return new Stopped(orders(reached.among(kept)), shown(open(trace)));
    }

    /** Returns the runs of a trace from which nothing came. */
    private static Set<RunId> open(Trace trace) {
        Set<Integer> went = new HashSet<>();
        trace.links().forEach(link -> went.add(link.from()));
        Map<RunId, Boolean> yielded = new HashMap<>();
        for (TracedRun run : trace.runs())
            yielded.merge(run.id(), went.contains(run.number()), Boolean::logicalOr);
        Set<RunId> open = new HashSet<>();
        yielded.forEach((run, has) -> {
            if (!has) open.add(run);
        });
        return open;
    }

    private static List<RunId> shown(Collection<RunId> runs) {
        return runs.stream()
                .filter(run -> !Names.isOwnRun(run))
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }

    private List<Stopped.ForOrder> orders(List<Reservation> kept) {
        if (kept.isEmpty()) return List.of();
        Map<Long, Lot> known =
                lots.byKey(kept.stream().map(Reservation::lotKey).distinct().toList());
        Map<OrderCode, List<Reservation>> byOrder = new HashMap<>();
        kept.forEach(
                r -> byOrder.computeIfAbsent(r.order(), _ -> new ArrayList<>()).add(r));
        Set<MasterKey> keys = new LinkedHashSet<>();
        for (OrderCode code : byOrder.keySet()) {
            keys.add(SalesOrder.key(code));
            keys.add(WorkOrder.key(code));
        }
        Masters orders = catalog.masters(keys);
        Names names = names(orders, known.values());
        return byOrder.entrySet().stream()
                .map(e -> order(e.getKey(), e.getValue(), orders, names, known))
                .sorted((one, other) ->
                        one.order().code().compareTo(other.order().code()))
                .toList();
    }

    private Names names(Masters orders, Collection<Lot> lots) {
        Set<ItemCode> items = new LinkedHashSet<>();
        lots.forEach(lot -> items.add(lot.item()));
        List<stemma.identifiers.PartnerCode> customers = new ArrayList<>();
        orders.byKey().values().forEach(master -> {
            if (master instanceof WorkOrder order) items.add(order.item());
            if (master instanceof SalesOrder order) customers.add(order.customer());
        });
        return Names.of(catalog, items, customers, List.of());
    }

    private static Stopped.ForOrder order(
            OrderCode code,
            List<Reservation> kept,
            Masters orders,
            Names names,
            Map<Long, Lot> known) {
        Purpose purpose = kept.getFirst().purpose();
        Optional<? extends Order> order =
                purpose == Purpose.SHIP ? orders.salesOrder(code) : orders.workOrder(code);
        String what = order.map(master -> switch (master) {
                    case SalesOrder sales -> names.partner(sales.customer());
                    case WorkOrder work -> work.amount() + " " + names.item(work.item());
                    case stemma.catalog.PurchaseOrder purchase ->
                        names.partner(purchase.supplier());
                })
                .orElse("");
        Map<ItemCode, List<Reservation>> byItem = new TreeMap<>();
        for (Reservation one : kept) {
            ItemCode item = Objects.requireNonNull(known.get(one.lotKey())).item();
            byItem.computeIfAbsent(item, _ -> new ArrayList<>()).add(one);
        }
        return new Stopped.ForOrder(
                code,
                purpose,
                what,
                order.map(Order::due),
                byItem.entrySet().stream()
                        .map(e -> kept(names.item(e.getKey()), e.getValue()))
                        .toList());
    }

    private static Stopped.Kept kept(String item, List<Reservation> some) {
        Quantity zero = Quantity.zero(some.getFirst().quantity().unit());
        return new Stopped.Kept(
                item,
                some.stream().map(Reservation::quantity).reduce(zero, Quantity::plus),
                some.stream()
                        .filter(Reservation::isPicked)
                        .map(Reservation::quantity)
                        .reduce(zero, Quantity::plus),
                (int) some.stream().mapToLong(Reservation::lotKey).distinct().count());
    }
}
