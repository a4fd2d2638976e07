package stemma.trace;

import java.util.HashMap;
import java.util.Map;

/**
 * The nodes of runs. A run is one node for all that went into all of its outputs, one more for each
 * input recorded for some of them, and, only where material may have been carried over from it, one
 * for what it left in its line, into which all of its inputs went.
 */
final class Runs {
    private final Graph graph;
    private final Names wholes;
    private final Names subs;
    private final Map<Integer, Ints> subsOf = new HashMap<>();
    private final IntMap lefts;
    private final IntMap losses;
    private final Ints pools = new Ints();

    Runs(Graph graph) {
        this(graph, new IntMap(), new IntMap(), new Names(graph.nodes), new Names(graph.nodes));
    }

    private Runs(Graph graph, IntMap lefts, IntMap losses, Names wholes, Names subs) {
        this.graph = graph;
        this.wholes = wholes;
        this.subs = subs;
        this.lefts = lefts;
        this.losses = losses;
    }

    /** Returns the node of a run, -1 where nothing was stated of it. */
    int find(long run) {
        return wholes.find(run);
    }

    /** Returns the node of a run; it is a fault where the run was said to be of another nature. */
    int whole(long run, Fact.Nature nature) {
        int kind = kind(nature);
        int whole = wholes.find(run);
        if (whole >= 0) {
            if (graph.nodes.kind(whole) != kind)
                throw new IllegalArgumentException("a run keeps its nature: " + run);
            return whole;
        }
        whole = graph.nodes.add(kind, run);
        wholes.add(whole);
        if (kind == Labels.POOL) pools.add(whole);
        return whole;
    }

    /** Returns the node of an input recorded for some outputs, new where it is not known. */
    int sub(long link, int whole) {
        int sub = subs.find(link);
        if (sub >= 0) return sub;
        sub = graph.nodes.add(Labels.SUB, link);
        subs.add(sub);
        subsOf.computeIfAbsent(whole, _ -> new Ints(1)).add(sub);
        int left = lefts.get(whole, -1);
        if (left >= 0) graph.link(sub, left);
        return sub;
    }

    /** Returns the node for what a run lost. */
    int lost(int whole) {
        int known = losses.get(whole, -1);
        if (known >= 0) return known;
        int lost = graph.nodes.add(Labels.LOST, graph.nodes.name(whole));
        losses.put(whole, lost);
        return lost;
    }

    /** Material of the first run may stand in what the second makes. */
    void carry(int from, int to) {
        graph.link(left(from), to);
    }

    void uncarry(int from, int to) {
        graph.unlink(lefts.get(from, -1), to);
    }

    private int left(int whole) {
        int known = lefts.get(whole, -1);
        if (known >= 0) return known;
        int left = graph.nodes.add(Labels.LEFT, graph.nodes.name(whole));
        lefts.put(whole, left);
        graph.link(whole, left);
        Ints parts = subsOf.getOrDefault(whole, new Ints(0));
        for (int i = 0; i < parts.size(); i++) graph.link(parts.get(i), left);
        return left;
    }

    private static int kind(Fact.Nature nature) {
        return switch (nature) {
            case PLAIN -> Labels.WHOLE;
            case SAME_MATERIAL -> Labels.SAME;
            case POOL -> Labels.POOL;
        };
    }

    /** Returns the nodes of pools. */
    Ints pools() {
        return pools;
    }

    /** Returns the same runs under new numbers. */
    Runs renumbered(Graph onto, int[] numbers) {
        Runs runs = new Runs(
                onto,
                lefts.renamed(numbers, numbers),
                losses.renamed(numbers, numbers),
                wholes.renumbered(onto.nodes, numbers),
                subs.renumbered(onto.nodes, numbers));
        subsOf.forEach((whole, parts) -> runs.subsOf.put(numbers[whole], parts.mapped(numbers)));
        for (int i = 0; i < pools.size(); i++) runs.pools.add(numbers[pools.get(i)]);
        return runs;
    }

    void save(Parts parts) {
        lefts.save(parts);
        losses.save(parts);
        wholes.save(parts);
        subs.save(parts);
        Ints.save(parts, subsOf);
        parts.copied(pools);
    }

    static Runs load(Parts parts, Graph graph) {
        IntMap lefts = IntMap.load(parts);
        IntMap losses = IntMap.load(parts);
        Names wholes = Names.load(parts, graph.nodes);
        Names subs = Names.load(parts, graph.nodes);
        Runs runs = new Runs(graph, lefts, losses, wholes, subs);
        Ints.load(parts, (whole, list) -> runs.subsOf.put((int) whole, list));
        for (int pool : parts.ints()) runs.pools.add(pool);
        return runs;
    }

    long bytes() {
        long bytes = wholes.bytes() + subs.bytes() + lefts.bytes() + losses.bytes();
        for (Ints parts : subsOf.values()) bytes += parts.bytes() + 64;
        return bytes;
    }
}
