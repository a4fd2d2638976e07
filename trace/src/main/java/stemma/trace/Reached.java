package stemma.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * What a question reached, the roots included: units of lots, and which of them only through stock
 * that nobody keeps apart. It does not change while the index goes on.
 */
public final class Reached {
    private final View view;
    private final Direction direction;
    private final NodeSet all;
    private final NodeSet direct;
    private final NodeSet begun;
    private final Map<Span, Integer> rootsApart;
    private final Ints partly;

    /**
     * Takes the nodes reached, those reached without pools, the roots, of which some may not be
     * among the nodes, and the nodes that the walk began with.
     */
    Reached(
            View view,
            Direction direction,
            NodeSet all,
            NodeSet direct,
            Walk.Roots roots,
            NodeSet begun) {
        this.begun = begun;
        this.view = view;
        this.direction = direction;
        this.all = all;
        this.direct = direct;
        this.rootsApart = roots.apart();
        this.partly = roots.partly();
    }

    /** Returns how many lots are reached in whole or in part. */
    public int lots() {
        if (!rootsApart.isEmpty())
            return (int) names(spans()).stream().distinct().count();
        int[] lots = {0};
        Set<Long> inParts = new HashSet<>();
        Labels labels = view.labels();
        all.forEach(node -> {
            if (!labels.isCell(node)) return;
            if (view.isOneCell(node)) lots[0]++;
            else inParts.add(labels.name(node));
        });
        return lots[0] + inParts.size();
    }

    /** Returns how many units are reached; a lot that is not serialised counts as one. */
    public long units() {
        if (!rootsApart.isEmpty())
            return spans().stream().mapToLong(Span::units).sum();
        long[] units = {0};
        Labels labels = view.labels();
        forEachCell(node -> {
            if (labels.kind(node) < Labels.WIDE) units[0]++;
            else units[0] += labels.last(node) - labels.first(node) + 1;
        });
        return units[0];
    }

    /** Returns everything reached by lot and ordinal, joined where it touches. */
    public List<Span> spans() {
        List<Span> found = new ArrayList<>(rootsApart.keySet());
        forEachCell(node -> found.add(view.labels().span(node)));
        return joined(found);
    }

    /** Takes a step of the walk. */
    public interface Step {
        void of(Node from, Node to);
    }

    /**
     * Tells of every link between what was reached, in the direction of the walk: the whole graph
     * of the answer, from which pictures and proofs are made. How same material was reached, up to
     * its whole or across to its siblings, is no step of it.
     */
    public void forEachStep(Step told) {
        all.forEach(node -> steps(node, Node.of(view.labels(), node), told));
        for (int i = 0; i < partly.size(); i++) {
            int cell = partly.get(i);
            Span of = view.labels().span(cell);
            for (Span root : rootsApart.keySet()) {
                if (root.lot() != of.lot() || !meets(root, of) || !meets(of, root)) continue;
                int first = Math.max(root.first(), of.first());
                int last = Math.min(root.last(), of.last());
                steps(cell, new Node(Node.Part.UNITS, of.lot(), first, last), told);
            }
        }
    }

    private void steps(int node, Node from, Step told) {
        Ints targets = new Ints();
        view.ways(direction).collect(node, targets);
        for (int i = 0; i < targets.size(); i++) {
            int target = targets.get(i);
            boolean isStep = all.has(target) && view.labels().kind(target) != Labels.LOST;
            if (isStep) told.of(from, Node.of(view.labels(), target));
        }
    }

    /** Takes units of a lot, and how many generations they are from the roots at the nearest. */
    public interface Generation {
        void of(Span units, int generation);
    }

    /**
     * Tells in which generation units were reached first: roots in none, what runs made of them in
     * the first. Units of a block whose parts links tell apart are told with it and by themselves.
     * What only its siblings lead to is in no generation and not told.
     */
    public void forEachGeneration(Generation told) {
        new Descent(view, direction, all).generations(begun(), told);
    }

    /**
     * Returns the path that proves the place of these units in the answer, between a root and them:
     * of all ways one whose weakest link is the strongest, and then of the fewest steps. None where
     * they are not reached, or only as a sibling of something reached.
     */
    public Optional<Path> pathTo(Span units) {
        for (Span root : rootsApart.keySet()) {
            if (!holds(root, units)) continue;
            Node itself = new Node(Node.Part.UNITS, root.lot(), root.first(), root.last());
            return Optional.of(new Path(List.of(itself), Evidence.SCANNED));
        }
        Labels labels = view.labels();
        return Descent.path(
                view,
                direction,
                all,
                begun(),
                node -> labels.isCell(node) && all.has(node) && holds(labels.span(node), units));
    }

    /** Returns the cells that the walk began with, those of which only some units are roots too. */
    private int[] begun() {
        Ints cells = partly.copy();
        begun.forEach(node -> {
            if (view.labels().isCell(node)) cells.add(node);
        });
        return cells.toArray();
    }

    private static boolean holds(Span cell, Span units) {
        return meets(cell, units) && meets(units, cell);
    }

    /** Takes a link between what was reached, in the direction of the material. */
    public interface Link {
        void of(Node from, Node to, Measure measure);
    }

    /**
     * Tells of every link between what was reached, whichever way the walk went, with what was told
     * of it: how much, how known, when stated; what a run lost is told as a link too. Links that
     * the index derived, and those within a lot, have the measure {@link Measure#NONE}.
     */
    public void forEachLink(Link told) {
        Ints targets = new Ints();
        Ints places = new Ints();
        Ways ways = view.forward();
        all.forEach(node -> {
            targets.clear();
            places.clear();
            ways.collect(node, targets, places);
            Node from = Node.of(view.labels(), node);
            for (int i = 0; i < targets.size(); i++) {
                int target = targets.get(i);
                if (all.has(target) || view.labels().kind(target) == Labels.LOST)
                    told.of(from, Node.of(view.labels(), target), ways.measure(places.get(i)));
            }
        });
    }

    /** Takes consecutive units of a lot. */
    public interface Units {
        void of(long lot, int first, int last);
    }

    /** Tells of all units reached, each once, in the order in which material went. */
    public void forEach(Units told) {
        if (!rootsApart.isEmpty()) {
            spans().forEach(span -> told.of(span.lot(), span.first(), span.last()));
            return;
        }
        Labels labels = view.labels();
        forEachCell(node -> told.of(labels.name(node), labels.first(node), labels.last(node)));
    }

    /** Returns what was reached only through stock that nobody keeps apart. */
    public List<Span> onlyThroughPools() {
        if (direct == all) return List.of();
        List<Span> known = new ArrayList<>(rootsApart.keySet());
        forEachCell(direct, node -> known.add(view.labels().span(node)));
        return without(spans(), joined(known));
    }

    /** Returns what of it was shipped, to whom and where. */
    public Totals totals() {
        return new Totalling(this).totals();
    }

    /** Takes units of the answer with the shipment in which they left, and those that never did. */
    public interface Consigned {
        void shipped(long lot, int first, int last, long shipment);

        void kept(long lot, int first, int last);
    }

    /**
     * Tells of all units reached in which shipment they left, for each shipment that had them, and
     * which of them were never shipped: lot by lot, the units of a lot in their order but where
     * shipments overlap.
     */
    public void forEachConsigned(Consigned told) {
        new Consigning(this, told).tell();
    }

    /**
     * Returns how many runs, and parts of runs, of vessels and of lines the answer goes through.
     */
    public int makers() {
        int[] makers = {0};
        Labels labels = view.labels();
        all.forEach(node -> {
            int kind = labels.kind(node);
            if (kind > Labels.WIDE && kind != Labels.ANCHOR && kind != Labels.LOST) makers[0]++;
        });
        return makers[0];
    }

    /** Tells of each cell reached that is not part of another one reached. */
    void forEachCell(IntConsumer told) {
        forEachCell(all, told);
    }

    private void forEachCell(NodeSet nodes, IntConsumer told) {
        Labels labels = view.labels();
        nodes.forEach(node -> {
            if (labels.isCell(node) && !isInAnother(node, nodes)) told.accept(node);
        });
    }

    NodeSet nodes() {
        return all;
    }

    View view() {
        return view;
    }

    Map<Span, Integer> rootsApart() {
        return rootsApart;
    }

    private boolean isInAnother(int node, NodeSet nodes) {
        int whole = view.whole(node);
        return whole >= 0 && nodes.has(whole);
    }

    private static List<Long> names(List<Span> spans) {
        return spans.stream().map(Span::lot).toList();
    }

    /** Returns the units of the first spans that the second do not hold; both are joined. */
    static List<Span> without(List<Span> spans, List<Span> taken) {
        List<Span> left = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            int next = span.first();
            while (at < taken.size() && isBefore(taken.get(at), span)) at++;
            for (int i = at; i < taken.size() && meets(taken.get(i), span); i++) {
                if (taken.get(i).first() > next)
                    left.add(new Span(span.lot(), next, taken.get(i).first() - 1));
                next = Math.max(next, taken.get(i).last() + 1);
            }
            if (next <= span.last()) left.add(new Span(span.lot(), next, span.last()));
        }
        return left;
    }

    private static boolean isBefore(Span span, Span other) {
        return span.lot() < other.lot() || span.lot() == other.lot() && span.last() < other.first();
    }

    private static boolean meets(Span span, Span other) {
        return span.lot() == other.lot() && span.first() <= other.last();
    }

    static List<Span> joined(List<Span> spans) {
        Collections.sort(spans);
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            boolean touches =
                    last != null && last.lot() == span.lot() && span.first() <= last.last() + 1L;
            if (!touches) joined.add(span);
            else if (span.last() > last.last())
                joined.set(joined.size() - 1, new Span(span.lot(), last.first(), span.last()));
        }
        return joined;
    }
}
