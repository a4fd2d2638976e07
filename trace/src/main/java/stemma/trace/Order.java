package stemma.trace;

import java.util.Arrays;
import java.util.BitSet;

/**
 * New numbers for nodes: pools first, then each node behind all that leads to it, and otherwise as
 * they were made. Nodes of a loop, which lead to each other, get numbers in a row, so that only
 * within a loop, and to pools, an arc leads back.
 */
final class Order {
    private final Frozen arcs;
    private final int nodes;
    private final int[] waitsFor;
    private final int[] numbers;
    private final Waiting ready;
    private final BitSet pools = new BitSet();
    private final BitSet inLoop = new BitSet();
    /** From each node of a loop to where its loop begins in {@code loops}. */
    private final IntMap loopOf = new IntMap();
    /** Loop after loop: how many nodes, and which, the lowest first. */
    private final Ints loops = new Ints();

    private final Ints rows = new Ints();
    private int next;

    private Order(Frozen arcs) {
        this.arcs = arcs;
        this.nodes = arcs.start().length - 1;
        this.waitsFor = new int[nodes];
        this.numbers = new int[nodes];
        this.ready = new Waiting(nodes);
    }

    /** The new number of each node; the first and the last numbers of each loop, in turn. */
    record Numbered(int[] numbers, int[] loops) {}

    /** Returns the order along these arcs. */
    static Numbered of(Frozen arcs, Ints pools) {
        Order order = new Order(arcs);
        for (int i = 0; i < pools.size(); i++) order.pools.set(pools.get(i));
        Loops.forEach(order.nodes, order::targets, order::loop);
        order.count();
        for (int i = 0; i < pools.size(); i++) order.place(pools.get(i));
        order.rest();
        return new Numbered(order.numbers, order.rows.toArray());
    }

    /** Pools have their numbers before, so no loop goes through them. */
    private void targets(int node, Ints into) {
        if (pools.get(node)) return;
        for (int at = arcs.start()[node]; at < arcs.start()[node + 1]; at++)
            if (!pools.get(arcs.to()[at])) into.add(arcs.to()[at]);
    }

    private void loop(int[] found, int from, int until) {
        if (until - from == 1) return;
        int[] loop = Arrays.copyOfRange(found, from, until);
        Arrays.sort(loop);
        int begin = loops.size();
        loops.add(loop.length);
        for (int node : loop) {
            loops.add(node);
            inLoop.set(node);
            loopOf.put(node, begin);
        }
    }

    /** Returns the node that is ready for all of its loop, or the node itself. */
    private int leader(int node) {
        return inLoop.get(node) ? loops.get(loopOf.get(node, 0) + 1) : node;
    }

    private void count() {
        Arrays.fill(numbers, -1);
        for (int node = 0; node < nodes; node++) {
            int leader = leader(node);
            for (int at = arcs.start()[node]; at < arcs.start()[node + 1]; at++) {
                int target = leader(arcs.to()[at]);
                if (target != leader) waitsFor[target]++;
            }
        }
        for (int node = 0; node < nodes; node++)
            if (waitsFor[node] == 0 && leader(node) == node && !pools.get(node)) ready.add(node);
    }

    private void rest() {
        for (int node = ready.takeLowest(); node >= 0; node = ready.takeLowest()) {
            if (!inLoop.get(node)) {
                place(node);
                continue;
            }
            int begin = loopOf.get(node, 0);
            rows.add(next);
            for (int i = 1; i <= loops.get(begin); i++) place(loops.get(begin + i));
            rows.add(next - 1);
        }
    }

    private void place(int node) {
        numbers[node] = next++;
        int leader = leader(node);
        for (int at = arcs.start()[node]; at < arcs.start()[node + 1]; at++) {
            int target = leader(arcs.to()[at]);
            boolean isReady = target != leader && --waitsFor[target] == 0 && numbers[target] < 0;
            if (isReady) ready.add(target);
        }
    }
}
