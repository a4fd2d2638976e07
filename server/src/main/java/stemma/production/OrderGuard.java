package stemma.production;

import stemma.catalog.Catalog;
import stemma.catalog.MasterKey;
import stemma.catalog.Masters;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.lots.LotBook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Opens the book of orders for an append: what each order concerned asks for, and what its runs
 * have taken so far. All who write under an order take turns, so that two who each stay within the
 * tolerance cannot exceed it together.
 */
final class OrderGuard implements Guard {
    private final Catalog catalog;
    private final OrderFlows flows;

    OrderGuard(Catalog catalog, OrderFlows flows) {
        this.catalog = catalog;
        this.flows = flows;
    }

    @Override
    public Set<String> locksFound(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        orders(events, flows.ordersOfRuns(runs(events)))
                .forEach((normal, _) -> keys.add("order:" + normal));
        return keys;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        Map<String, List<String>> ofRuns = flows.ordersOfRuns(runs(events));
        Map<String, OrderCode> concerned = orders(events, ofRuns);
        Map<String, OrderState> states = states(catalog, concerned);
        for (OrderFlows.Sum sum : flows.sums(states.keySet())) {
            OrderState state = states.get(sum.order());
            if (state != null) state.add(List.of(sum));
        }
        return new OrderBook(before.judge(LotBook.class), states, ofRuns);
    }

    /** Returns the orders that are in the catalog, by normal code, with nothing taken yet. */
    static Map<String, OrderState> states(Catalog catalog, Map<String, OrderCode> concerned) {
        Map<String, OrderState> states = new TreeMap<>();
        if (concerned.isEmpty()) return states;
        Masters orders =
                catalog.masters(concerned.values().stream().map(WorkOrder::key).toList());
        Map<String, WorkOrder> found = new TreeMap<>();
        concerned.forEach((normal, code) ->
                orders.workOrder(code).ifPresent(order -> found.put(normal, order)));
        Set<MasterKey> recipes = new HashSet<>();
        found.values().forEach(order -> recipes.add(order.recipe()));
        Masters known = catalog.masters(recipes);
        Map<String, Recipe> pinned = new HashMap<>();
        Set<ItemCode> items = new TreeSet<>();
        found.forEach((normal, order) -> {
            items.add(order.item());
            known.recipe(order.item(), order.recipeRevision()).ifPresent(recipe -> {
                pinned.put(normal, recipe);
                recipe.lines().forEach(line -> items.addAll(items(line)));
            });
        });
        var conversions = catalog.conversions(items);
        found.forEach((normal, order) ->
                states.put(normal, new OrderState(order, pinned.get(normal), conversions)));
        return states;
    }

    private static List<ItemCode> items(RecipeLine line) {
        List<ItemCode> items = new ArrayList<>(List.of(line.item()));
        line.alternates().forEach(other -> items.add(other.item()));
        return items;
    }

    private static Set<RunId> runs(Collection<Candidate> events) {
        Set<RunId> runs = new TreeSet<>();
        for (Candidate candidate : events) {
            if (candidate.effect() != null)
                RunFlow.of(candidate.effect()).forEach(flow -> runs.add(flow.run()));
            if (candidate.effect() instanceof Event.OfRun e) runs.add(e.run().id());
            if (candidate.undone() != null)
                RunFlow.of(candidate.undone().effect()).forEach(flow -> runs.add(flow.run()));
        }
        return runs;
    }

    /** Returns the orders that events name or their runs are for, by normal code. */
    private static Map<String, OrderCode> orders(
            Collection<Candidate> events, Map<String, List<String>> ofRuns) {
        Map<String, OrderCode> orders = new TreeMap<>();
        ofRuns.values()
                .forEach(all -> all.forEach(normal -> orders.put(normal, new OrderCode(normal))));
        for (Candidate candidate : events) {
            if (candidate.effect() instanceof Event.OfRun e && e.run().order() != null) {
                OrderCode order = e.run().order();
                orders.put(LotNumber.normal(order.code()), order);
            }
        }
        return orders;
    }
}
