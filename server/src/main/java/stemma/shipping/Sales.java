package stemma.shipping;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.Masters;
import stemma.catalog.Partner;
import stemma.catalog.SalesOrder;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.catalog.Standing;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.SiteCode;
import stemma.journal.WorldClock;
import stemma.quantity.Quantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shipping.store.Sent;
import stemma.shipping.store.SentTable;
import stemma.stock.Need;
import stemma.stock.Proposal;
import stemma.stock.Purpose;
import stemma.stock.Reservation;
import stemma.stock.Reservations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Sales orders and how far they have come: what went out is read from the events, what is kept from
 * the reservations. However many orders are read, the queries are a fixed few.
 */
public final class Sales {
    private final Catalog catalog;
    private final SentTable sent;
    private final Reservations reservations;
    private final WorldClock clock;

    public Sales(
            JdbcClient database, Catalog catalog, Reservations reservations, WorldClock clock) {
        this.catalog = catalog;
        this.sent = new SentTable(database);
        this.reservations = reservations;
        this.clock = clock;
    }

    /** Returns the order; refused with {@code sales_order_unknown}. */
    public Fulfilment order(OrderCode code) {
        SalesOrder order = catalog.salesOrders(List.of(code)).values().stream()
                .findFirst()
                .orElseThrow(() -> unknown(code));
        return progress(List.of(order)).getFirst();
    }

    static Refused unknown(OrderCode code) {
        return new Refused(Problem.of(
                        "sales_order_unknown", 404, "There is no sales order " + code + ".")
                .notRecording("")
                .advising("Type the number into the box above: it also finds what looks like it.")
                .with("code", code.code()));
    }

    /** Returns every order in use, as far as it has come. */
    public List<Fulfilment> all() {
        MasterQuery inUse = new MasterQuery(
                "",
                Set.of(Standing.ACTIVE),
                MasterQuery.ALL.sort(),
                MasterQuery.Direction.UP,
                0,
                MasterQuery.MAX_LIMIT);
        List<SalesOrder> orders = new ArrayList<>();
        catalog.page(MasterKind.SALES_ORDER, inUse).rows().forEach(row -> {
            if (row.master() instanceof SalesOrder order) orders.add(order);
        });
        return progress(orders);
    }

    private List<Fulfilment> progress(Collection<SalesOrder> orders) {
        Map<String, OrderedItems> asked = SalesGuard.asked(catalog, orders);
        Map<String, List<Sent>> out = new HashMap<>();
        for (Sent one : sent.of(asked.keySet())) {
            out.computeIfAbsent(one.order(), _ -> new ArrayList<>()).add(one);
        }
        Map<String, List<Reservation>> kept = new HashMap<>();
        for (Reservation one :
                reservations.of(orders.stream().map(SalesOrder::code).toList())) {
            kept.computeIfAbsent(LotNumber.normal(one.order().code()), _ -> new ArrayList<>())
                    .add(one);
        }
        Masters masters = masters(orders);
        List<Fulfilment> all = new ArrayList<>();
        for (SalesOrder order : orders) {
            String normal = LotNumber.normal(order.code().code());
            List<Reservation> mine = kept.getOrDefault(normal, List.of());
            all.add(new Fulfilment(
                    order,
                    masters.partner(order.customer()).orElse(null),
                    order.shipTo() == null
                            ? null
                            : masters.shipTo(order.customer(), order.shipTo()).orElse(null),
                    lines(
                            Objects.requireNonNull(asked.get(normal)),
                            out.getOrDefault(normal, List.of()),
                            mine,
                            masters),
                    mine));
        }
        return all;
    }

    private Masters masters(Collection<SalesOrder> orders) {
        Set<MasterKey> keys = new HashSet<>();
        for (SalesOrder order : orders) {
            keys.add(Partner.key(order.customer()));
            if (order.shipTo() != null) keys.add(ShipTo.key(order.customer(), order.shipTo()));
            order.lines().forEach(line -> keys.add(Item.key(line.item())));
        }
        return catalog.masters(keys);
    }

    /** What went out of an item fills its lines in their order; the last has what is too much. */
    private static List<OrderLineState> lines(
            OrderedItems order, List<Sent> out, List<Reservation> kept, Masters masters) {
        Map<String, Quantity> left = new HashMap<>();
        out.forEach(one -> left.merge(one.item(), one.quantity(), Quantity::plus));
        List<OrderLineState> states = new ArrayList<>();
        for (OrderedItems.Wanted wanted : order.lines()) {
            Quantity none = Quantity.zero(wanted.amount().unit());
            Quantity gone = left.getOrDefault(wanted.item(), none);
            boolean isLast = order.of(wanted.item()).getLast().equals(wanted);
            Quantity shipped = isLast || gone.isLessThan(wanted.amount()) ? gone : wanted.amount();
            left.put(wanted.item(), gone.minus(shipped));
            states.add(new OrderLineState(
                    wanted.line().number(),
                    wanted.line().item(),
                    masters.item(wanted.line().item())
                            .map(Item::name)
                            .orElse(wanted.line().item().code()),
                    wanted.amount(),
                    wanted.atMost(),
                    shipped,
                    kept(wanted, kept, false),
                    kept(wanted, kept, true),
                    order.order().due(wanted.line())));
        }
        return states;
    }

    private static Quantity kept(
            OrderedItems.Wanted wanted, List<Reservation> kept, Boolean picked) {
        Quantity sum = Quantity.zero(wanted.amount().unit());
        for (Reservation one : kept) {
            if (one.isOpen()
                    && one.line() == wanted.line().number()
                    && one.isPicked() == picked
                    && one.quantity().unit().equals(sum.unit())) sum = sum.plus(one.quantity());
        }
        return sum;
    }

    /** Returns the site from which an order goes where none is said: the first by code. */
    public SiteCode site(@Nullable String asked) {
        if (asked != null && !asked.isBlank()) return new SiteCode(asked.strip());
        return catalog.page(MasterKind.SITE, MasterQuery.ALL).rows().stream()
                .map(row -> ((Site) row.master()).code())
                .findFirst()
                .orElseThrow(() -> Refused.of("site_unknown", 409, "There is no site yet."));
    }

    /**
     * Returns the site from which an order goes for this caller: where none is said the first at
     * which he may see it. Refused with {@code permission_missing} for another.
     */
    public SiteCode site(Caller caller, @Nullable String asked) {
        boolean isSaid = asked != null && !asked.isBlank();
        boolean seesFirst = caller.grants().mayEverywhere(Permission.SEE_RECORD);
        SiteCode site = isSaid || seesFirst
                ? site(asked)
                : caller.grants().sites(Permission.SEE_RECORD).stream()
                        .findFirst()
                        .orElseGet(() -> site(asked));
        caller.require(Permission.SEE_RECORD, site);
        return site;
    }

    /** Returns the day by the clocks of the site. */
    public LocalDate today(SiteCode site) {
        Site known = catalog.sites(List.of(site)).get(site);
        return clock.now()
                .atZone(known == null ? java.time.ZoneOffset.UTC : known.zone())
                .toLocalDate();
    }

    /** Returns what a line needs of goods of that quantity, as its customer agreed. */
    public Need need(Fulfilment order, OrderLineState line, SiteCode site, Quantity quantity) {
        LocalDate day = today(site);
        Need need = Need.of(line.item(), site, Purpose.SHIP, quantity, day);
        if (order.customer() == null) return need;
        var policy = order.customer().policy();
        if (policy.minimumRemainingDays() != null)
            need = need.lasting(day.plusDays(policy.minimumRemainingDays()));
        return policy.lotsPerLine() == stemma.catalog.LotsPerLine.ONE ? need.ofOneLot() : need;
    }

    /** Proposes goods for all lines that lack any, as if each order were served in its turn. */
    public Map<OrderLineState, Proposal> proposals(List<Fulfilment> orders, SiteCode site) {
        List<OrderLineState> lines = new ArrayList<>();
        List<Need> needs = new ArrayList<>();
        for (Fulfilment order : orders) {
            if (order.order().standing() != Standing.ACTIVE) continue;
            for (OrderLineState line : order.lines()) {
                if (!line.unallocated().isPositive()) continue;
                lines.add(line);
                needs.add(need(order, line, site, line.unallocated()));
            }
        }
        List<Proposal> proposed = reservations.propose(needs);
        Map<OrderLineState, Proposal> proposals = new java.util.IdentityHashMap<>();
        for (int i = 0; i < lines.size(); i++) proposals.put(lines.get(i), proposed.get(i));
        return proposals;
    }
}
