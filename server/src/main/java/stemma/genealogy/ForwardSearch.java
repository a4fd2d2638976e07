package stemma.genealogy;

import stemma.genealogy.store.CarriedRow;
import stemma.genealogy.store.FedIntoRow;
import stemma.genealogy.store.FedRow;
import stemma.genealogy.store.FlowRow;
import stemma.genealogy.store.Links;
import stemma.genealogy.store.YieldedRow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Goes from lots to what they went into: everything that may contain them. */
final class ForwardSearch extends Search {
    private final Set<Long> fed = new HashSet<>();
    private final Set<Long> whole = new HashSet<>();
    private final Set<Long> left = new HashSet<>();
    private final Set<Long> waiting = new LinkedHashSet<>();
    private final TreeMap<Integer, List<FedRow>> held = new TreeMap<>();

    ForwardSearch(Links links) {
        super(links);
    }

    @Override
    boolean runsWait() {
        return !waiting.isEmpty();
    }

    @Override
    TreeMap<Integer, List<FedRow>> held() {
        return held;
    }

    @Override
    List<Span> step(List<Span> frontier, int depth, boolean throughPools) {
        List<FedRow> inputs = new ArrayList<>(unseen(frontier));
        if (throughPools) {
            List<FedRow> pools = held.remove(depth);
            if (pools != null) inputs.addAll(pools);
        } else {
            List<FedRow> pools = inputs.stream().filter(FedRow::pool).toList();
            if (!pools.isEmpty())
                held.computeIfAbsent(depth, _ -> new ArrayList<>()).addAll(pools);
            inputs.removeAll(pools);
        }
        web.follow(inputs);
        List<Span> reached = new ArrayList<>(intoSome(inputs));
        Set<Long> entered = new LinkedHashSet<>(waiting);
        waiting.clear();
        inputs.stream().filter(FedRow::everywhere).map(FedRow::run).forEach(entered::add);
        reached.addAll(outputs(fresh(whole, entered)));
        inputs.stream().map(FedRow::run).forEach(entered::add);
        carryOver(entered);
        reached.addAll(drawn(frontier));
        return reached;
    }

    private List<FedRow> unseen(List<Span> frontier) {
        if (frontier.isEmpty()) return List.of();
        return links.fedBy(frontier).stream().filter(row -> fed.add(row.key())).toList();
    }

    /** An input recorded for some outputs reaches those, and what its run left in the line. */
    private List<Span> intoSome(List<FedRow> inputs) {
        List<Long> some = inputs.stream()
                .filter(row -> !row.everywhere())
                .map(FedRow::key)
                .toList();
        if (some.isEmpty()) return List.of();
        List<FedIntoRow> outputs = links.outputsOf(some);
        web.split(outputs);
        return outputs.stream().map(FedIntoRow::output).toList();
    }

    private List<Span> outputs(List<Long> entered) {
        if (entered.isEmpty()) return List.of();
        List<YieldedRow> outputs = links.outputs(entered);
        web.yielded.addAll(outputs);
        return outputs.stream().map(YieldedRow::lot).toList();
    }

    private void carryOver(Set<Long> entered) {
        List<Long> asked = fresh(left, entered);
        if (asked.isEmpty()) return;
        for (CarriedRow row : links.after(asked)) {
            web.carried.add(row);
            if (!whole.contains(row.to())) waiting.add(row.to());
        }
    }

    private List<Span> drawn(List<Span> frontier) {
        if (frontier.isEmpty()) return List.of();
        List<FlowRow> fills = links.fillsOf(frontier);
        if (fills.isEmpty()) return List.of();
        web.fills.addAll(fills);
        List<FlowRow.Window> fresh =
                fresh(windows, fills.stream().map(FlowRow::window).toList());
        if (fresh.isEmpty()) return List.of();
        List<FlowRow> draws = links.drawsIn(fresh);
        web.draws.addAll(draws);
        return draws.stream().map(FlowRow::lot).toList();
    }

    /**
     * The material of a root may have been parted before: the whole of it is where the trace
     * begins.
     */
    @Override
    void sameMaterial(Cause cause, boolean atTheStart) {
        if (cause == Cause.LOCAL || !atTheStart) return;
        Set<Long> climbed = new HashSet<>();
        List<Span> frontier = web.pieces().stream().map(Web.Piece::span).toList();
        while (!frontier.isEmpty()) {
            List<YieldedRow> parted = links.yielding(frontier).stream()
                    .filter(YieldedRow::sameMaterial)
                    .toList();
            List<Long> parting =
                    fresh(climbed, parted.stream().map(YieldedRow::run).toList());
            if (parting.isEmpty()) return;
            List<FedRow> whole = links.inputs(parting);
            web.parted.add(new Web.Parting(parted, whole));
            frontier = web.reach(
                    whole.stream().map(FedRow::lot).toList(), 0, Way.SAME_MATERIAL, false);
        }
    }
}
