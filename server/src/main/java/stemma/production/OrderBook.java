package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.RunId;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.Input;
import stemma.ledger.Rule;
import stemma.ledger.Run;
import stemma.ledger.RunKind;
import stemma.ledger.Undo;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.LotBook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The orders that an append is about: whether each is open, whether its recipe takes what goes in
 * and makes what comes out, and whether a line of it is exceeded.
 */
final class OrderBook implements Guard.Judge {
    private final LotBook lots;
    private final Map<String, OrderState> states;
    private final Map<String, List<String>> ofRuns = new HashMap<>();
    private final Undo undo = new Undo();

    OrderBook(LotBook lots, Map<String, OrderState> states, Map<String, List<String>> ofRuns) {
        this.lots = lots;
        this.states = states;
        ofRuns.forEach((run, orders) -> this.ofRuns.put(run, new ArrayList<>(orders)));
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        List<Violation> broken = new ArrayList<>();
        if (!(candidate.effect() instanceof Event.OfRun effect)) {
            for (OrderState state : moved(candidate)) closed(candidate, state, "lines", broken);
            return broken;
        }
        for (OrderState state : states(effect.run())) {
            closed(candidate, state, "run.order", broken);
            if (state.recipe() == null) continue;
            switch (effect) {
                case Event.Consumed e -> consumed(candidate, e, state, broken);
                case Event.Produced e -> produced(e, state, broken);
            }
        }
        return broken;
    }

    /**
     * A correction tells better what has happened; that an order was closed since is no fault of
     * it.
     */
    private static void closed(
            Candidate candidate, OrderState state, String element, List<Violation> broken) {
        if (!state.isClosed() || candidate.undone() != null) return;
        broken.add(Rule.ORDER_CLOSED.broken(
                element, null, "Work order " + state.order().code() + " is closed."));
    }

    /** Returns the orders of the runs from or to which something is moved, such as a loss. */
    private List<OrderState> moved(Candidate candidate) {
        Set<String> normals = new HashSet<>();
        if (candidate.effect() != null) {
            for (RunFlow flow : RunFlow.of(candidate.effect()))
                normals.addAll(ofRuns.getOrDefault(normal(flow.run()), List.of()));
        }
        return states(normals);
    }

    private void consumed(
            Candidate candidate, Event.Consumed e, OrderState state, List<Violation> broken) {
        if (e.run().kind() == RunKind.DISASSEMBLY) return;
        List<OrderState.Moved> before = candidate.undone() == null
                ? List.of()
                : moved(candidate.undone().effect(), state);
        List<OrderState.Moved> now = moved(e, state);
        before.forEach(state::takeBack);
        now.forEach(state::add);
        Set<RecipeNeed> exceeded = new HashSet<>();
        int place = 0;
        for (Input input : e.inputs()) {
            String element = "inputs[" + place++ + "]";
            Lot lot = lots.find(input.lot().first());
            if (lot == null) continue;
            RecipeNeed need = state.need(lot.item()).orElse(null);
            if (need == null) {
                unasked(e.run(), lot, input, state, element, broken);
            } else if (state.isExceeded(need) && exceeded.add(need)) {
                broken.add(
                        Rule.OVER_CONSUMPTION.broken(element, input.lot(), tooMuch(need, state)));
            }
        }
        now.forEach(state::takeBack);
        before.forEach(state::add);
    }

    /** What a run makes may go into it again as rework; anything else is the wrong item. */
    private static void unasked(
            Run run,
            Lot lot,
            Input input,
            OrderState state,
            String element,
            List<Violation> broken) {
        if (run.kind() == RunKind.REWORK && state.makes(lot.item())) return;
        broken.add(Rule.NOT_IN_RECIPE.broken(
                element,
                input.lot(),
                "Lot " + lot.number() + " is " + lot.item() + "; recipe "
                        + state.order().item()
                        + " " + state.order().recipeRevision() + " takes "
                        + items(state.needs()) + "."));
    }

    private static String items(List<RecipeNeed> needs) {
        List<String> items = new ArrayList<>();
        needs.forEach(need -> items.add(need.line().item().code()));
        return String.join(", ", items);
    }

    private static String tooMuch(RecipeNeed need, OrderState state) {
        return "Order " + state.order().code() + " asks for " + need.asked() + " of "
                + need.line().item() + " and allows " + need.most() + "; with this, "
                + state.taken(need).orElse(need.asked()) + " have gone in.";
    }

    private static void produced(Event.Produced e, OrderState state, List<Violation> broken) {
        int place = 0;
        for (Birth output : e.outputs()) {
            String element = "outputs[" + place++ + "]";
            ItemCode item = output.passport().item();
            boolean reclaims =
                    e.run().kind() == RunKind.DISASSEMBLY || e.run().kind() == RunKind.REWORK;
            if (state.makes(item) || reclaims && state.need(item).isPresent()) continue;
            broken.add(Rule.NOT_IN_RECIPE.broken(
                    element,
                    output.of(e.id()),
                    "Recipe " + state.order().item() + " " + state.order().recipeRevision()
                            + " does not make " + item + "."));
        }
    }

    private List<OrderState> states(Run run) {
        Set<String> normals = new HashSet<>(ofRuns.getOrDefault(normal(run.id()), List.of()));
        if (run.order() != null) normals.add(LotNumber.normal(run.order().code()));
        return states(normals);
    }

    private List<OrderState> states(Set<String> normals) {
        List<OrderState> found = new ArrayList<>();
        normals.stream().sorted().forEach(normal -> {
            @Nullable OrderState state = states.get(normal);
            if (state != null) found.add(state);
        });
        return found;
    }

    /** Returns what the event moves at runs of that order. */
    private List<OrderState.Moved> moved(Event event, OrderState state) {
        List<OrderState.Moved> moved = new ArrayList<>();
        String normal = LotNumber.normal(state.order().code().code());
        for (RunFlow flow : RunFlow.of(event)) {
            boolean said = flow.order() != null
                    && LotNumber.normal(flow.order().code()).equals(normal);
            if (!said && !ofRuns.getOrDefault(normal(flow.run()), List.of()).contains(normal))
                continue;
            Lot lot = lots.find(flow.lot());
            if (lot != null)
                moved.add(new OrderState.Moved(flow.side(), lot.item(), flow.quantity()));
        }
        return moved;
    }

    private static String normal(RunId run) {
        return LotNumber.normal(run.code());
    }

    @Override
    public void stands(Candidate candidate) {
        if (candidate.effect() instanceof Event.OfRun e && e.run().order() != null) {
            List<String> orders =
                    ofRuns.computeIfAbsent(normal(e.run().id()), _ -> new ArrayList<>());
            String order = LotNumber.normal(e.run().order().code());
            if (!orders.contains(order)) {
                orders.add(order);
                undo.step(() -> orders.remove(order));
            }
        }
        for (OrderState state : states.values()) {
            if (candidate.undone() != null) {
                for (var moved : moved(candidate.undone().effect(), state)) {
                    state.takeBack(moved);
                    undo.step(() -> state.add(moved));
                }
            }
            if (candidate.effect() == null) continue;
            for (var moved : moved(candidate.effect(), state)) {
                state.add(moved);
                undo.step(() -> state.takeBack(moved));
            }
        }
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
