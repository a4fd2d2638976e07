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
    /** Runs with inputs recorded for some outputs, and those, by numbers that last. */
    private final Map<Integer, Ints> subsOf = new HashMap<>();

    private final Lasting parted;
    private final IntMap lefts;
    private final IntMap losses;
    private Ints pools = new Ints();

    Runs(Graph graph) {
        this(
                graph,
                new Kept(
                        new Names(graph.nodes),
                        new Names(graph.nodes),
                        new IntMap(),
                        new IntMap(),
                        new Lasting()));
    }

    private Runs(Graph graph, Kept kept) {
        this.graph = graph;
        this.wholes = kept.wholes();
        this.subs = kept.subs();
        this.lefts = kept.lefts();
        this.losses = kept.losses();
        this.parted = kept.parted();
    }

    /** What of it goes by the numbers of nodes. */
    record Kept(Names wholes, Names subs, IntMap lefts, IntMap losses, Lasting parted) {

        Kept renamed(Nodes onto, Renaming renaming) {
            return new Kept(
                    wholes.renamed(onto, renaming),
                    subs.renamed(onto, renaming),
                    lefts.renamed(renaming),
                    losses.renamed(renaming),
                    parted.renamed(renaming));
        }
    }

    /** Touches where a run is looked for, and returns a node that may be it, or -1. */
    int meet(long run) {
        return wholes.meet(run);
    }

    /** Returns the node of a run, -1 where nothing was stated of it. */
    int find(long run) {
        return wholes.find(run);
    }

    /** The same; it is a fault where the run was said to be of another nature. */
    int find(long run, Fact.Nature nature) {
        int whole = wholes.find(run);
        if (whole >= 0 && graph.nodes.kind(whole) != kind(nature))
            throw new IllegalArgumentException("a run keeps its nature: " + run);
        return whole;
    }

    /** Returns a new node for a run of which nothing was stated. */
    int make(long run, Fact.Nature nature) {
        int kind = kind(nature);
        int whole = graph.nodes.add(kind, run);
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
        subsOf.computeIfAbsent(parted.of(whole), _ -> new Ints(1)).add(parted.of(sub));
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
        Ints parts = subsOf.getOrDefault(parted.find(whole), new Ints(0));
        for (int i = 0; i < parts.size(); i++) graph.link(parted.node(parts.get(i)), left);
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

    /** Returns what stands now, to be renamed while more is told; from here on it is watched. */
    Kept watched() {
        watch(true);
        return new Kept(wholes.seen(), subs.seen(), lefts.seen(), losses.seen(), parted.seen());
    }

    void watch(boolean isToBe) {
        lefts.watch(isToBe);
        losses.watch(isToBe);
    }

    /**
     * Goes on with what was renamed, on the graph that has its new numbers; of the pools there were
     * then, which have the lowest, as many. Returns how much it lacked.
     */
    int take(Kept renamed, Renaming renaming, int poolsThen) {
        Ints now = new Ints(pools.size());
        for (int pool = 0; pool < poolsThen; pool++) now.add(pool);
        for (int i = poolsThen; i < pools.size(); i++) now.add(pools.get(i));
        pools = now;
        wholes.take(renamed.wholes());
        subs.take(renamed.subs());
        int late = 0;
        for (int node = renaming.numbers().length; node < graph.nodes.count(); node++, late++) {
            switch (graph.nodes.kind(node)) {
                case Labels.WHOLE, Labels.SAME, Labels.POOL -> wholes.add(node);
                case Labels.SUB -> subs.add(node);
                default -> {}
            }
        }
        late += lefts.take(renamed.lefts(), renaming);
        late += losses.take(renamed.losses(), renaming);
        return late + parted.take(renamed.parted(), renaming);
    }

    void save(Parts parts) {
        lefts.save(parts);
        losses.save(parts);
        wholes.save(parts);
        subs.save(parts);
        parted.save(parts);
        Ints.save(parts, subsOf);
        parts.copied(pools);
    }

    static Runs load(Parts parts, Graph graph) {
        IntMap lefts = IntMap.load(parts);
        IntMap losses = IntMap.load(parts);
        Names wholes = Names.load(parts, graph.nodes);
        Names subs = Names.load(parts, graph.nodes);
        Runs runs = new Runs(graph, new Kept(wholes, subs, lefts, losses, Lasting.load(parts)));
        Ints.load(parts, (whole, list) -> runs.subsOf.put((int) whole, list));
        for (int pool : parts.ints()) runs.pools.add(pool);
        return runs;
    }

    long bytes() {
        long bytes = wholes.bytes() + subs.bytes() + lefts.bytes() + losses.bytes();
        bytes += parted.bytes();
        for (Ints parts : subsOf.values()) bytes += parts.bytes() + 64;
        return bytes;
    }
}
