package stemma.production;

import stemma.catalog.Catalog;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.RecipeLine;
import stemma.catalog.Standing;
import stemma.catalog.WorkOrder;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.journal.WorldClock;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.Need;
import stemma.stock.Proposal;
import stemma.stock.Purpose;
import stemma.stock.Reservations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is to be made, what is missing for it, and which goods to take next, first expired first.
 */
public final class Planning {
    private static final int AT_ONCE = MasterQuery.MAX_LIMIT;
    private final Catalog catalog;
    private final OrderFlows flows;
    private final Lots lots;
    private final Reservations reservations;
    private final WorldClock clock;

    public Planning(
            Catalog catalog,
            Lots lots,
            WorkOrders orders,
            Reservations reservations,
            WorldClock clock) {
        this.catalog = catalog;
        this.lots = lots;
        this.flows = orders.flows();
        this.reservations = reservations;
        this.clock = clock;
    }

    /** Returns the day that it is there now. */
    public LocalDate today(ZoneId zone) {
        return clock.now().atZone(zone).toLocalDate();
    }

    /** Returns every open order, those that are due first at the top. */
    public List<PlannedOrder> open(LocalDate today) {
        Map<String, OrderCode> codes = new TreeMap<>();
        MasterQuery active = new MasterQuery(
                "", Set.of(Standing.ACTIVE), "normal", MasterQuery.Direction.UP, 0, AT_ONCE);
        int read = 0;
        for (var page = catalog.page(MasterKind.WORK_ORDER, active);
                !page.rows().isEmpty();
                page = catalog.page(MasterKind.WORK_ORDER, active.from(read))) {
            read += page.rows().size();
            for (var revised : page.rows()) {
                if (revised.master() instanceof WorkOrder order)
                    codes.put(LotNumber.normal(order.code().code()), order.code());
            }
        }
        Map<String, OrderState> states = OrderGuard.states(catalog, codes);
        for (OrderFlows.Sum sum : flows.sums(states.keySet())) {
            OrderState state = states.get(sum.order());
            if (state != null) state.add(List.of(sum));
        }
        List<Need> needs = new ArrayList<>();
        Map<String, List<Need>> byOrder = new HashMap<>();
        states.forEach((normal, state) -> {
            List<Need> own = missing(state, today);
            byOrder.put(normal, own);
            needs.addAll(own);
        });
        Map<Need, Proposal> proposals = new HashMap<>();
        List<Proposal> found = reservations.propose(needs);
        for (int i = 0; i < needs.size(); i++) proposals.put(needs.get(i), found.get(i));
        List<PlannedOrder> planned = new ArrayList<>();
        states.forEach((normal, state) ->
                planned.add(planned(state, byOrder.getOrDefault(normal, List.of()), proposals)));
        planned.sort(Comparator.comparing(
                        (PlannedOrder p) -> p.order().due(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(p -> p.order().code()));
        return planned;
    }

    private static PlannedOrder planned(
            OrderState state, List<Need> needs, Map<Need, Proposal> proposals) {
        List<String> missing = new ArrayList<>();
        for (Need need : needs) {
            Proposal proposal = proposals.get(need);
            if (proposal == null || proposal.isWhole()) continue;
            missing.add(proposal.missing() + " " + need.item()
                    + (proposal.barred().isEmpty() ? "" : " (some is there, but not to be used)"));
        }
        if (state.recipe() == null) {
            missing.add("its recipe");
            return new PlannedOrder(state.order(), null, 0, missing);
        }
        MadeState product =
                MadeState.of(state.recipe().lines(RecipeLine.Part.OUTPUT).getFirst(), state);
        return new PlannedOrder(state.order(), product.made(), product.percent(), missing);
    }

    /** What is still to go in, in the base unit of each item. */
    private List<Need> missing(OrderState state, LocalDate today) {
        List<Need> needs = new ArrayList<>();
        for (RecipeNeed need : state.needs()) {
            Quantity left = NeedState.of(need, state).left();
            need(state.order(), need, left, today).ifPresent(needs::add);
        }
        return needs;
    }

    private java.util.Optional<Need> need(
            WorkOrder order, RecipeNeed need, Quantity left, LocalDate today) {
        if (!left.isPositive()) return java.util.Optional.empty();
        var item = catalog.items(List.of(need.line().item())).get(need.line().item());
        if (item == null) return java.util.Optional.empty();
        return catalog.conversions(List.of(item.code()))
                .between(item.code(), left.unit(), item.baseUnit())
                .map(factor -> new Quantity(
                        left.amount()
                                .multiply(new BigDecimal(factor.numerator()))
                                .divide(
                                        new BigDecimal(factor.denominator()),
                                        Quantity.MAX_SCALE,
                                        RoundingMode.UP),
                        item.baseUnit()))
                .map(amount -> Need.of(item.code(), order.site(), Purpose.USE, amount, today));
    }

    /** Returns which goods to take for what is left of an order, by the lines of its recipe. */
    public List<Proposal> next(OrderCard card, LocalDate today) {
        WorkOrder order = card.order();
        if (order == null) return List.of();
        List<Need> needs = new ArrayList<>();
        for (NeedState state : card.needs())
            need(order, state.need(), state.left(), today).ifPresent(needs::add);
        return reservations.propose(needs);
    }

    /** Returns the numbers of the lots proposed. */
    public Map<LotId, LotNumber> numbers(List<Proposal> proposals) {
        Map<LotId, LotNumber> numbers = new HashMap<>();
        lots.lots(proposals.stream()
                        .flatMap(proposal -> proposal.picks().stream())
                        .map(pick -> pick.lot().first())
                        .toList())
                .forEach((id, lot) -> numbers.put(id, lot.number()));
        return numbers;
    }

    /**
     * Returns which goods to take for so much of the product, as the recipe asks: what a backflush
     * assumes to have gone in.
     */
    public List<Proposal> backflush(OrderCard card, BigDecimal made, LocalDate today) {
        WorkOrder order = card.order();
        if (order == null || card.makes().isEmpty()) return List.of();
        BigDecimal asked = card.makes().getFirst().asked().amount();
        List<Need> needs = new ArrayList<>();
        for (NeedState state : card.needs()) {
            BigDecimal amount = state.need()
                    .asked()
                    .amount()
                    .multiply(made)
                    .divide(asked, Quantity.MAX_SCALE, RoundingMode.HALF_UP);
            Quantity share = new Quantity(amount, state.need().asked().unit());
            need(order, state.need(), share, today).ifPresent(needs::add);
        }
        return reservations.propose(needs);
    }
}
