package stemma.shipping;

import stemma.identifiers.SiteCode;
import stemma.ledger.Rule;
import stemma.quantity.Quantity;
import stemma.stock.Handled;
import stemma.stock.Offer;
import stemma.stock.Proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the work list: each order in its turn is proposed goods, and told what stops it. */
public final class WorkListing {
    private static final Comparator<ShippingWork.Row> BY_DUE = Comparator.comparing(
            (ShippingWork.Row row) -> row.order().due(),
            Comparator.nullsLast(Comparator.naturalOrder()));
    private final Sales sales;
    private final Shipping shipping;

    public WorkListing(Sales sales, Shipping shipping) {
        this.sales = sales;
        this.shipping = shipping;
    }

    /** Returns the work list of the site. */
    public ShippingWork list(ShippingQuery query, SiteCode site) {
        LocalDate today = sales.today(site);
        List<ShippingWork.Row> all = rows(site);
        List<ShippingWork.Row> shown = all.stream()
                .filter(row -> isShown(row, query.show(), today))
                .filter(row -> begins(row, query.text()))
                .sorted(order(query.sort()))
                .toList();
        List<ShippingWork.Count> counts = new ArrayList<>();
        for (ShippingQuery.Show show : ShippingQuery.Show.values()) {
            int count =
                    (int) all.stream().filter(row -> isShown(row, show, today)).count();
            counts.add(new ShippingWork.Count(show, count));
        }
        int from = Math.min(query.offset(), shown.size());
        int to = (int) Math.min(shown.size(), (long) from + query.limit());
        Shipping.OnTheRoad road = shipping.onTheRoad();
        return new ShippingWork(
                query,
                today,
                road.held(),
                shown.subList(from, to),
                shown.size(),
                counts,
                road.shipments());
    }

    private List<ShippingWork.Row> rows(SiteCode site) {
        List<Fulfilment> orders = sales.all().stream()
                .sorted(Comparator.comparing(
                                Fulfilment::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Fulfilment::code))
                .toList();
        Map<OrderLineState, Proposal> proposals = sales.proposals(orders, site);
        List<ShippingWork.Row> rows = new ArrayList<>();
        for (Fulfilment order : orders) {
            List<String> blocked = new ArrayList<>();
            for (OrderLineState line : order.lines()) {
                Proposal proposal = proposals.get(line);
                if (proposal != null && !proposal.isWhole()) blocked.add(why(line, proposal));
            }
            rows.add(new ShippingWork.Row(order, blocked));
        }
        return rows;
    }

    /** Says how much is missing and what is there instead, by what stands against it. */
    static String why(OrderLineState line, Proposal proposal) {
        Map<Rule, Quantity> barred = new LinkedHashMap<>();
        for (Offer offer : proposal.barred()) {
            if (offer.against() != null) {
                barred.merge(offer.against(), offer.free(), Quantity::plus);
            }
        }
        StringBuilder why = new StringBuilder(line.itemName())
                .append(": ")
                .append(Handled.shown(proposal.missing()))
                .append(" missing");
        if (barred.isEmpty()) return why.append(", nothing else is there").toString();
        List<String> others = new ArrayList<>();
        barred.forEach((rule, quantity) -> others.add(
                rule == Rule.LOT_IS_RESERVED
                        ? "some is kept for other orders"
                        : Handled.shown(quantity) + " " + words(rule)));
        return why.append("; ").append(String.join(", ", others)).toString();
    }

    private static String words(Rule rule) {
        if (rule == Rule.LOT_IS_HELD) return "held";
        if (rule == Rule.LOT_IS_RETAINED) return "kept as retained samples";
        if (rule == Rule.SHELF_LIFE_TOO_SHORT) return "with too little shelf life";
        if (rule == Rule.LOT_EXPIRED) return "expired";
        if (rule == Rule.RETEST_DUE) return "to be tested again";
        if (rule == Rule.LOT_NOT_RELEASED) return "not released";
        if (rule == Rule.LOT_RESTRICTED) return "restricted";
        if (rule == Rule.LOT_REJECTED) return "rejected";
        return rule.code().replace('_', ' ');
    }

    private static boolean isShown(ShippingWork.Row row, ShippingQuery.Show show, LocalDate today) {
        Fulfilment.Stage stage = row.order().stage();
        boolean open = stage != Fulfilment.Stage.SHIPPED && stage != Fulfilment.Stage.CLOSED;
        return switch (show) {
            case OPEN -> open;
            case DUE -> open && row.isDue(today);
            case BLOCKED -> open && row.isBlocked();
            case TO_ALLOCATE -> stage == Fulfilment.Stage.TO_ALLOCATE;
            case TO_PICK -> stage == Fulfilment.Stage.TO_PICK;
            case TO_SHIP -> stage == Fulfilment.Stage.TO_SHIP;
            case SHIPPED -> stage == Fulfilment.Stage.SHIPPED;
            case ALL -> true;
        };
    }

    private static boolean begins(ShippingWork.Row row, String text) {
        String low = text.strip().toLowerCase(Locale.ROOT);
        return row.order().code().toLowerCase(Locale.ROOT).startsWith(low)
                || row.order().customerName().toLowerCase(Locale.ROOT).startsWith(low)
                || row.order()
                        .order()
                        .customer()
                        .code()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(low);
    }

    private static Comparator<ShippingWork.Row> order(ShippingQuery.Sort sort) {
        Comparator<ShippingWork.Row> byCode =
                Comparator.comparing((ShippingWork.Row row) -> row.order().code());
        return switch (sort) {
            case DUE -> BY_DUE.thenComparing(byCode);
            case ORDER -> byCode;
            case CUSTOMER ->
                Comparator.comparing((ShippingWork.Row row) -> row.order().customerName())
                        .thenComparing(byCode);
        };
    }
}
