package stemma.trace;

import java.util.Arrays;

/**
 * The nodes that a question has reached, in the order in which it reached them, and whose arcs it
 * has still to follow. Every node is reached once, whatever loops there are. A small answer is
 * walked by a queue; one that grows large goes on as a {@link Sweep}, and its nodes are then known
 * by their bits alone. Used again for the next question: what it holds is as long as the graph, and
 * clearing it costs as much as the answer before.
 */
final class Reach {
    /** How many nodes are a few, however small the graph; none means that all answers are large. */
    static final int FEW = 1 << 13;

    /** An answer of more than a few nodes is large from this part of the graph on, as a shift. */
    private static final int PART = 6;

    /** How many nodes ahead the place of arcs is touched, and how many the arcs themselves. */
    private static final int FAR = 12;

    private static final int NEAR = 6;

    private final int few;
    private int met;
    private long[] seen;
    private int[] queue = new int[1 << 10];
    private int head;
    private int tail;
    private boolean isLarge;
    private long[] done;
    private View view;
    private boolean throughPools;
    private final Ints held = new Ints();
    private final Ints targets = new Ints();

    Reach(int nodes, int few) {
        this.few = few;
        seen = new long[(nodes >>> 6) + 1];
    }

    /** Makes it ready for a question on that view. */
    Reach over(View asked) {
        int words = (asked.nodes() >>> 6) + 1;
        if (seen.length < words) seen = new long[words + words / 8];
        view = asked;
        throughPools = false;
        return this;
    }

    /** Takes a node in; pools wait until all is reached that can be reached without them. */
    void enter(int node) {
        long bit = 1L << node;
        if ((seen[node >>> 6] & bit) != 0) return;
        if (!throughPools && view.isPool(node)) {
            held.add(node);
            return;
        }
        seen[node >>> 6] |= bit;
        if (isLarge) return;
        if (tail == queue.length) queue = Arrays.copyOf(queue, tail * 2);
        queue[tail++] = node;
    }

    boolean has(int node) {
        return (seen[node >>> 6] & 1L << node) != 0;
    }

    /** Goes on from everything taken in until there is nothing new. */
    void follow(Ways ways) {
        int most = few == 0 ? 0 : Math.max(few, view.nodes() >>> PART);
        boolean isFrozen = ways.isFrozen(view.nodes());
        while (!isLarge && head < tail) {
            if (tail > most) {
                enlarge();
            } else {
                meetAhead(ways);
                step(ways, queue[head++], isFrozen);
            }
        }
        if (isLarge) new Sweep(view, ways, seen, done, throughPools ? null : held).run();
    }

    /**
     * Touches what will be needed a few nodes on, so that memory is on its way while the nodes
     * before are followed; nothing is decided by it.
     */
    private void meetAhead(Ways ways) {
        if (head + FAR >= tail) return;
        met += ways.meet(queue[head + FAR]) + ways.meetArcs(queue[head + NEAR]);
    }

    /**
     * Targets stand in order, so the first of them tells whether there are pools to be asked about.
     * Without, each target is written behind the last one, which moves on only where it is new: no
     * branch depends on what nobody can foresee.
     */
    private void step(Ways ways, int node, boolean isFrozen) {
        if (!isFrozen && !ways.isPlain(node)) {
            stepBehind(ways, node);
            return;
        }
        stepInBase(ways, node);
    }

    private void stepInBase(Ways ways, int node) {
        int begin = ways.start()[node];
        int end = ways.start()[node + 1];
        int[] to = ways.to();
        if (begin == end) return;
        if (!throughPools && (to[begin] < view.firstPools() || view.latePools())) {
            stepThroughAll(ways, node);
            return;
        }
        if (tail + end - begin > queue.length)
            queue = Arrays.copyOf(queue, Math.max(queue.length * 2, tail + end - begin));
        int[] onto = queue;
        long[] bits = seen;
        int last = tail;
        for (int at = begin; at < end; at++) {
            int target = to[at];
            long word = bits[target >>> 6];
            onto[last] = target;
            last += (int) (~word >>> target & 1);
            bits[target >>> 6] = word | 1L << target;
        }
        tail = last;
    }

    private void stepBehind(Ways ways, int node) {
        boolean maybePools = !throughPools && (view.firstPools() > 0 || view.latePools());
        if (maybePools || ways.isCut(node)) {
            stepThroughAll(ways, node);
            return;
        }
        if (node < ways.base() && ways.to().length > 0) stepInBase(ways, node);
        int[] behind = ways.tail();
        for (int arc = ways.newest(node); arc != 0; arc = ways.next(arc)) {
            if (!ways.isAliveInTail(arc)) continue;
            if (tail == queue.length) queue = Arrays.copyOf(queue, tail * 2);
            int target = behind[Ways.WIDTH * arc + Ways.TO];
            long word = seen[target >>> 6];
            queue[tail] = target;
            tail += (int) (~word >>> target & 1);
            seen[target >>> 6] = word | 1L << target;
        }
    }

    private void stepThroughAll(Ways ways, int node) {
        targets.clear();
        ways.collect(node, targets);
        for (int i = 0; i < targets.size(); i++) enter(targets.get(i));
    }

    /** Says whether pools wait. */
    boolean hasMetPools() {
        return !held.isEmpty();
    }

    /** Lets pools in from the beginning. */
    void throughPools() {
        throughPools = true;
    }

    /** Lets the pools in that were met, and those that are met from here on. */
    void openPools() {
        throughPools = true;
        for (int i = 0; i < held.size(); i++) enter(held.get(i));
    }

    private void enlarge() {
        isLarge = true;
        done = seen.clone();
        for (int i = head; i < tail; i++) done[queue[i] >>> 6] &= ~(1L << queue[i]);
    }

    /** Returns what has been reached so far, as a set that no longer changes. */
    NodeSet taken() {
        if (isLarge) return NodeSet.of(seen.clone());
        return NodeSet.of(Arrays.copyOf(queue, tail));
    }

    /** Forgets the question. */
    void clear() {
        if (isLarge) Arrays.fill(seen, 0);
        else for (int i = 0; i < tail; i++) seen[queue[i] >>> 6] = 0;
        head = 0;
        tail = 0;
        isLarge = false;
        done = null;
        held.clear();
    }
}
