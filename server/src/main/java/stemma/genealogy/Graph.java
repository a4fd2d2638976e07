package stemma.genealogy;

import stemma.genealogy.store.CarriedRow;
import stemma.genealogy.store.FedRow;
import stemma.genealogy.store.FlowRow;
import stemma.ledger.Evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a search gathered, as nodes and arcs in the direction of the search. Lots are cut where any
 * link begins or ends, so that each node is reached as a whole or not at all.
 */
final class Graph {
    private static final int DERIVED = Evidence.DERIVED.ordinal();
    private static final int ASSUMED = Evidence.ASSUMED.ordinal();

    private final Web web;
    private final List<Span> cuts = new ArrayList<>();
    private final Map<Long, TreeMap<Integer, Integer>> byLot = new HashMap<>();
    private final Map<Maker, Integer> makers = new HashMap<>();
    private final List<Maker> makerOf = new ArrayList<>();
    private final List<List<Arc>> arcs = new ArrayList<>();
    private final Settled settled;

    private record Arc(int to, int grade) {}

    Graph(Web web, Direction direction) {
        this(web, direction, List.of());
    }

    /** Cuts lots also where any of these spans begins or ends. */
    Graph(Web web, Direction direction, Collection<Span> apart) {
        this.web = web;
        cut(apart);
        for (int i = 0; i < cuts.size(); i++) arcs.add(new ArrayList<>());
        switch (direction) {
            case FORWARD -> forward();
            case BACKWARD -> backward();
        }
        settled = from(roots());
    }

    /** Returns the lots of the graph, cut. */
    List<Span> cuts() {
        return cuts;
    }

    /** Returns what is reached from the roots, each by its strongest path. */
    Settled settled() {
        return settled;
    }

    /** Returns the cuts that hold units of the span. */
    List<Integer> on(Span span) {
        TreeMap<Integer, Integer> lot = byLot.get(span.lot());
        if (lot == null) return List.of();
        return new ArrayList<>(lot.subMap(span.first(), true, span.last(), true).values());
    }

    /** Returns how many cuts and makers there are. */
    int size() {
        return arcs.size();
    }

    /** Returns the nodes to which arcs lead from that one. */
    IntStream next(int node) {
        return arcs.get(node).stream().mapToInt(Arc::to);
    }

    boolean isLot(int node) {
        return node < cuts.size();
    }

    Maker maker(int node) {
        return makerOf.get(node - cuts.size());
    }

    private void cut(Collection<Span> apart) {
        Map<Long, TreeSet<Integer>> starts = new TreeMap<>();
        List<Span> spans = new ArrayList<>(apart);
        web.pieces().forEach(piece -> spans.add(piece.span()));
        web.fed.values().forEach(row -> spans.add(row.lot()));
        web.into.values().forEach(spans::addAll);
        web.yielded.forEach(row -> spans.add(row.lot()));
        web.fills.forEach(row -> spans.add(row.lot()));
        web.draws.forEach(row -> spans.add(row.lot()));
        web.parted.forEach(parting -> {
            parting.parts().forEach(row -> spans.add(row.lot()));
            parting.wholes().forEach(row -> spans.add(row.lot()));
        });
        for (Span span : spans) {
            TreeSet<Integer> lot = starts.computeIfAbsent(span.lot(), _ -> new TreeSet<>());
            lot.add(span.first());
            lot.add(span.last() + 1);
        }
        for (Web.Piece piece : web.pieces()) {
            TreeSet<Integer> lot = starts.getOrDefault(piece.span().lot(), new TreeSet<>());
            int first = piece.span().first();
            while (first <= piece.span().last()) {
                Integer next = lot.higher(first);
                int end = next == null
                        ? piece.span().last()
                        : Math.min(next - 1, piece.span().last());
                byLot.computeIfAbsent(piece.span().lot(), _ -> new TreeMap<>())
                        .put(first, cuts.size());
                cuts.add(new Span(piece.span().lot(), first, end));
                first = end + 1;
            }
        }
    }

    private void forward() {
        for (FedRow row : web.fed.values()) {
            Maker maker = row.everywhere() ? Maker.whole(row.run()) : Maker.subrun(row.key());
            in(row.lot(), maker, row.evidence());
            if (!row.everywhere()) intoOf(row).forEach(output -> out(maker, output, 0));
        }
        web.yielded.forEach(row -> out(Maker.whole(row.run()), row.lot(), row.evidence()));
        Map<Long, List<Maker>> subruns = new HashMap<>();
        for (FedRow row : web.fed.values()) {
            if (row.everywhere()) continue;
            subruns.computeIfAbsent(row.run(), _ -> new ArrayList<>()).add(Maker.subrun(row.key()));
        }
        for (CarriedRow row : web.carried) {
            int to = node(Maker.whole(row.to()));
            arc(node(Maker.whole(row.from())), to, carried(row));
            for (Maker subrun : subruns.getOrDefault(row.from(), List.of())) {
                arc(node(subrun), to, carried(row));
            }
        }
        web.fills.forEach(row -> in(row.lot(), Maker.epoch(row.window()), flow(row)));
        web.draws.forEach(row -> out(Maker.epoch(row.window()), row.lot(), flow(row)));
        for (Web.Parting parting : web.parted) {
            parting.parts().forEach(row -> in(row.lot(), Maker.parting(row.run()), row.evidence()));
            parting.wholes()
                    .forEach(row -> out(Maker.parting(row.run()), row.lot(), row.evidence()));
        }
    }

    private void backward() {
        web.yielded.forEach(row -> in(row.lot(), Maker.whole(row.run()), row.evidence()));
        for (CarriedRow row : web.carried) {
            arc(node(Maker.whole(row.to())), node(Maker.left(row.from())), carried(row));
            arc(node(Maker.left(row.to())), node(Maker.left(row.from())), carried(row));
        }
        for (FedRow row : web.fed.values()) {
            out(Maker.left(row.run()), row.lot(), row.evidence());
            if (row.everywhere()) {
                out(Maker.whole(row.run()), row.lot(), row.evidence());
            } else {
                intoOf(row).forEach(output -> in(output, Maker.subrun(row.key()), 0));
                out(Maker.subrun(row.key()), row.lot(), row.evidence());
            }
        }
        web.draws.forEach(row -> in(row.lot(), Maker.epoch(row.window()), flow(row)));
        web.fills.forEach(row -> out(Maker.epoch(row.window()), row.lot(), flow(row)));
        for (Web.Parting parting : web.parted) {
            parting.wholes()
                    .forEach(row -> in(row.lot(), Maker.parting(row.run()), row.evidence()));
            parting.parts()
                    .forEach(row -> out(Maker.parting(row.run()), row.lot(), row.evidence()));
        }
    }

    private Iterable<Span> intoOf(FedRow row) {
        return web.into.getOrDefault(row.key(), java.util.Set.of());
    }

    private static int carried(CarriedRow row) {
        return row.stated() ? DERIVED : ASSUMED;
    }

    private static int flow(FlowRow row) {
        return Math.max(DERIVED, row.evidence());
    }

    private void in(Span lot, Maker maker, int grade) {
        int node = node(maker);
        on(lot).forEach(cut -> arc(cut, node, grade));
    }

    private void out(Maker maker, Span lot, int grade) {
        int node = node(maker);
        on(lot).forEach(cut -> arc(node, cut, grade));
    }

    private void arc(int from, int to, int grade) {
        arcs.get(from).add(new Arc(to, grade));
    }

    private int node(Maker maker) {
        Integer known = makers.get(maker);
        if (known != null) return known;
        int node = arcs.size();
        makers.put(maker, node);
        makerOf.add(maker);
        arcs.add(new ArrayList<>());
        return node;
    }

    private List<Integer> roots() {
        List<Integer> roots = new ArrayList<>();
        for (Web.Piece piece : web.pieces())
            if (piece.way() == Way.ROOT) roots.addAll(on(piece.span()));
        return roots;
    }

    /**
     * Settles every node that is reached from these by the best grade first, so that a path's
     * weakest link is as strong as can be.
     */
    Settled from(Collection<Integer> starts) {
        int[] grades = new int[arcs.size()];
        int[] cameFrom = new int[arcs.size()];
        Arrays.fill(grades, -1);
        Arrays.fill(cameFrom, -1);
        List<Deque<int[]>> queues = new ArrayList<>();
        for (Evidence _ : Evidence.values()) queues.add(new ArrayDeque<>());
        starts.forEach(cut -> queues.getFirst().add(new int[] {cut, -1}));
        for (int grade = 0; grade < queues.size(); grade++) {
            Deque<int[]> queue = queues.get(grade);
            while (!queue.isEmpty()) {
                int[] next = queue.poll();
                if (grades[next[0]] >= 0) continue;
                grades[next[0]] = grade;
                cameFrom[next[0]] = next[1];
                for (Arc arc : arcs.get(next[0])) {
                    if (grades[arc.to()] < 0) {
                        queues.get(Math.max(grade, arc.grade())).add(new int[] {arc.to(), next[0]});
                    }
                }
            }
        }
        return new Settled(grades, cameFrom);
    }
}
