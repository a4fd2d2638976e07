package stemma.genealogy;

import stemma.genealogy.store.CarriedRow;
import stemma.genealogy.store.FedIntoRow;
import stemma.genealogy.store.FedRow;
import stemma.genealogy.store.FlowRow;
import stemma.genealogy.store.Links;
import stemma.genealogy.store.YieldedRow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Goes from lots to what went into them: everything they may contain. The exact dual of forward.
 */
final class BackwardSearch extends Search {
    private final Set<YieldedRow> seen = new HashSet<>();
    private final Set<Long> whole = new HashSet<>();
    private final Set<Long> left = new HashSet<>();
    private final Set<Long> asked = new HashSet<>();
    private final Set<Long> waiting = new LinkedHashSet<>();
    private final TreeMap<Integer, List<YieldedRow>> held = new TreeMap<>();

    BackwardSearch(Links links) {
        super(links);
    }

    @Override
    boolean runsWait() {
        return !waiting.isEmpty();
    }

    @Override
    TreeMap<Integer, List<YieldedRow>> held() {
        return held;
    }

    @Override
    List<Span> step(List<Span> frontier, int depth, boolean throughPools) {
        List<YieldedRow> outputs = new ArrayList<>(unseen(frontier));
        if (throughPools) {
            List<YieldedRow> pools = held.remove(depth);
            if (pools != null) outputs.addAll(pools);
        } else {
            List<YieldedRow> pools = outputs.stream().filter(YieldedRow::pool).toList();
            if (!pools.isEmpty())
                held.computeIfAbsent(depth, _ -> new ArrayList<>()).addAll(pools);
            outputs.removeAll(pools);
        }
        web.yielded.addAll(outputs);
        List<Long> carrying = fresh(left, waiting);
        waiting.clear();
        List<Long> entered = fresh(whole, outputs.stream().map(YieldedRow::run).toList());
        List<Span> reached = new ArrayList<>(inputs(entered, carrying));
        reached.addAll(fromSome(frontier));
        reached.addAll(filled(frontier));
        Set<Long> runsReached = new LinkedHashSet<>(entered);
        runsReached.addAll(carrying);
        carryOver(runsReached);
        return reached;
    }

    private List<YieldedRow> unseen(List<Span> frontier) {
        if (frontier.isEmpty()) return List.of();
        return links.yielding(frontier).stream().filter(seen::add).toList();
    }

    /**
     * A run gives what went into all of its outputs; one that left material in the line, all of it.
     */
    private List<Span> inputs(List<Long> entered, List<Long> carrying) {
        Set<Long> runs = new LinkedHashSet<>(entered);
        runs.addAll(carrying);
        if (runs.isEmpty()) return List.of();
        Set<Long> all = new HashSet<>(carrying);
        List<FedRow> inputs = links.inputs(runs).stream()
                .filter(row -> row.everywhere() || all.contains(row.run()))
                .toList();
        web.follow(inputs);
        return inputs.stream().map(FedRow::lot).toList();
    }

    private List<Span> fromSome(List<Span> frontier) {
        if (frontier.isEmpty()) return List.of();
        List<FedRow> inputs = links.fedInto(frontier);
        if (inputs.isEmpty()) return List.of();
        web.follow(inputs);
        Visited here = new Visited();
        here.add(frontier);
        List<FedIntoRow> outputs =
                links.outputsOf(inputs.stream().map(FedRow::key).distinct().toList()).stream()
                        .filter(row -> !here.missing(row.output()).equals(List.of(row.output())))
                        .toList();
        web.split(outputs);
        return inputs.stream().map(FedRow::lot).toList();
    }

    private void carryOver(Set<Long> reached) {
        List<Long> fresh = fresh(asked, reached);
        if (fresh.isEmpty()) return;
        for (CarriedRow row : links.before(fresh)) {
            web.carried.add(row);
            if (!left.contains(row.from())) waiting.add(row.from());
        }
    }

    private List<Span> filled(List<Span> frontier) {
        if (frontier.isEmpty()) return List.of();
        List<FlowRow> draws = links.drawsOf(frontier);
        if (draws.isEmpty()) return List.of();
        web.draws.addAll(draws);
        List<FlowRow.Window> fresh =
                fresh(windows, draws.stream().map(FlowRow::window).toList());
        if (fresh.isEmpty()) return List.of();
        List<FlowRow> fills = links.fillsIn(fresh);
        web.fills.addAll(fills);
        return fills.stream().map(FlowRow::lot).toList();
    }

    /**
     * Siblings of what was reached share its material: were they the cause, the root would have it.
     */
    @Override
    void sameMaterial(Cause cause, boolean atTheStart) {
        if (cause == Cause.LOCAL || atTheStart) return;
        Set<Long> parted = new HashSet<>();
        List<Span> frontier = web.pieces().stream().map(Web.Piece::span).toList();
        while (!frontier.isEmpty()) {
            List<FedRow> inputs = links.fedBy(frontier).stream()
                    .filter(row -> row.sameMaterial() && parted.add(row.key()))
                    .toList();
            frontier = parts(inputs);
        }
    }

    private List<Span> parts(List<FedRow> inputs) {
        if (inputs.isEmpty()) return List.of();
        web.follow(inputs);
        List<YieldedRow> outputs =
                links.outputs(inputs.stream().map(FedRow::run).distinct().toList());
        web.yielded.addAll(outputs);
        web.parted.add(new Web.Parting(outputs, inputs));
        List<Span> reached = new ArrayList<>();
        for (FedRow input :
                inputs.stream().sorted(Comparator.comparing(FedRow::key)).toList()) {
            Web.Piece from = web.on(input.lot()).stream()
                    .min(Comparator.comparing(Web.Piece::onlyThroughPools)
                            .thenComparing(Web.Piece::depth))
                    .orElseThrow();
            List<Span> parts = outputs.stream()
                    .filter(row -> row.run() == input.run())
                    .map(YieldedRow::lot)
                    .toList();
            reached.addAll(
                    web.reach(parts, from.depth(), Way.SAME_MATERIAL, from.onlyThroughPools()));
        }
        return reached;
    }
}
