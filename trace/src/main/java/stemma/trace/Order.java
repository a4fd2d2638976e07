package stemma.trace;

import java.util.Arrays;

/**
 * New numbers for nodes: pools first, then each node behind all that leads to it, and otherwise as
 * they were made. In a loop something must come first: it is the node made first.
 */
final class Order {
    private final Frozen arcs;
    private final int nodes;
    private final int[] waitsFor;
    private final int[] numbers;
    private final Waiting ready;
    private final Waiting unplaced;
    private int next;

    private Order(Frozen arcs) {
        this.arcs = arcs;
        this.nodes = arcs.start().length - 1;
        this.waitsFor = new int[nodes];
        this.numbers = new int[nodes];
        this.ready = new Waiting(nodes);
        this.unplaced = new Waiting(nodes);
    }

    /** Returns the new number of each node, along these arcs. */
    static int[] of(Frozen arcs, Ints pools) {
        Order order = new Order(arcs);
        order.count();
        for (int i = 0; i < pools.size(); i++) order.place(pools.get(i));
        order.rest();
        return order.numbers;
    }

    private void count() {
        Arrays.fill(numbers, -1);
        for (int target : arcs.to()) waitsFor[target]++;
        for (int node = 0; node < nodes; node++) {
            unplaced.add(node);
            if (waitsFor[node] == 0) ready.add(node);
        }
    }

    private void rest() {
        while (next < nodes) {
            int node = ready.takeLowest();
            place(node >= 0 ? node : unplaced.takeLowest());
        }
    }

    private void place(int node) {
        ready.remove(node);
        unplaced.remove(node);
        numbers[node] = next++;
        int end = arcs.start()[node + 1];
        for (int at = arcs.start()[node]; at < end; at++) {
            int target = arcs.to()[at];
            if (--waitsFor[target] == 0 && numbers[target] < 0) ready.add(target);
        }
    }
}
