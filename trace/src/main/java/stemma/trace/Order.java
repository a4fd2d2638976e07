package stemma.trace;

import java.util.Arrays;
import java.util.BitSet;

/**
 * New numbers for nodes: pools first, then each node behind all that leads to it, and what is made
 * of one another near each other, so that a small answer lies close together in memory. Nodes of a
 * loop, which lead to each other, get numbers in a row, so that only within a loop, and to pools,
 * an arc leads back. A node to which nothing leads stands just before the first it leads to.
 */
final class Order {
    private final Frozen arcs;
    private final int base;
    private final BitSet pools = new BitSet();
    /** Nodes to which another leads that is no pool. */
    private final BitSet led = new BitSet();
    /** These in the order in which they are numbered, those of a loop side by side. */
    private final Ints row = new Ints();
    /** Where in the row loops begin and end. */
    private final Ints loops = new Ints();
    /** First where in the row each node or its loop begins, at last the new number of each. */
    private final int[] numbers;

    private int next;

    private Order(Frozen arcs, int base) {
        this.arcs = arcs;
        this.base = base;
        this.numbers = new int[arcs.start().length - 1];
    }

    /** The new number of each node; the first and the last numbers of each loop, in turn. */
    record Numbered(int[] numbers, int[] loops) {}

    /** Returns the order along these arcs, of which so many nodes have been in order before. */
    static Numbered of(Frozen arcs, int base, Ints pools) {
        Order order = new Order(arcs, base);
        for (int i = 0; i < pools.size(); i++) order.pools.set(pools.get(i));
        order.lead();
        Loops.forEach(base, order.numbers.length, order::targets, order::place);
        order.number(pools, order.unled());
        int[] rows = new int[order.loops.size()];
        for (int i = 0; i < rows.length; i++)
            rows[i] = order.numbers[order.row.get(order.loops.get(i))];
        return new Numbered(order.numbers, rows);
    }

    private void lead() {
        for (int node = 0; node < numbers.length; node++) {
            if (pools.get(node)) continue;
            for (int at = arcs.start()[node]; at < arcs.start()[node + 1]; at++)
                led.set(arcs.to()[at]);
        }
    }

    /**
     * Pools have their numbers before, so no loop goes through them. Nodes of the base keep their
     * order, so that what came since stands beside what it is made of, however often all is merged.
     */
    private void targets(int node, Ints into) {
        if (pools.get(node)) return;
        int begin = arcs.start()[node];
        int end = arcs.start()[node + 1];
        for (int at = end - 1; at >= begin; at--)
            if (arcs.to()[at] < base) target(arcs.to()[at], into);
        for (int at = begin; at < end; at++) if (arcs.to()[at] >= base) target(arcs.to()[at], into);
    }

    private void target(int node, Ints into) {
        if (!pools.get(node)) into.add(node);
    }

    /** They come in the order of a search that goes on from a node before it tries another. */
    private void place(int[] found, int from, int until) {
        if (pools.get(found[from]) || !led.get(found[from])) return;
        int begin = row.size();
        if (until - from > 1) {
            loops.add(begin);
            loops.add(begin + until - from - 1);
            Arrays.sort(found, from, until);
        }
        for (int i = from; i < until; i++) {
            row.add(found[i]);
            numbers[found[i]] = begin;
        }
    }

    /** Nodes to which nothing leads, by the place in the row before which they stand. */
    private record Unled(int[] begin, int[] nodes) {}

    private Unled unled() {
        int[] count = new int[row.size() + 2];
        int[] places = new int[numbers.length];
        for (int node = 0; node < numbers.length; node++) {
            if (led.get(node) || pools.get(node)) continue;
            places[node] = row.size();
            for (int at = arcs.start()[node]; at < arcs.start()[node + 1]; at++)
                if (!pools.get(arcs.to()[at]))
                    places[node] = Math.min(places[node], numbers[arcs.to()[at]]);
            count[places[node] + 1]++;
        }
        for (int place = 1; place < count.length; place++) count[place] += count[place - 1];
        int[] begin = count.clone();
        int[] nodes = new int[count[count.length - 1]];
        for (int node = 0; node < numbers.length; node++)
            if (!led.get(node) && !pools.get(node)) nodes[count[places[node]]++] = node;
        return new Unled(begin, nodes);
    }

    private void number(Ints before, Unled unled) {
        for (int i = 0; i < before.size(); i++) numbers[before.get(i)] = next++;
        for (int place = 0; place <= row.size(); place++) {
            for (int i = unled.begin()[place]; i < unled.begin()[place + 1]; i++)
                numbers[unled.nodes()[i]] = next++;
            if (place < row.size()) numbers[row.get(place)] = next++;
        }
    }
}
