package stemma.trace;

import java.util.Arrays;

/** Arcs of one direction that no longer change: those of node n stand from start[n] on. */
record Frozen(int[] start, int[] to) {

    /** Returns the arcs that stand in these ways, of all nodes of the view. */
    static Frozen of(Ways ways, int nodes) {
        int[] start = new int[nodes + 2];
        ways.forEach((from, _) -> start[from + 2]++);
        for (int node = 2; node < start.length; node++) start[node] += start[node - 1];
        int[] to = new int[start[nodes + 1]];
        ways.forEach((from, target) -> to[start[from + 1]++] = target);
        return new Frozen(Arrays.copyOf(start, nodes + 1), to);
    }

    /** Returns the same arcs under new numbers, the targets of each node in order. */
    Frozen renumbered(int[] numbers, int[] made) {
        int[] begin = new int[made.length + 1];
        int[] targets = new int[to.length];
        int at = 0;
        for (int number = 0; number < made.length; number++) {
            int node = made[number];
            for (int i = start[node]; i < start[node + 1]; i++) targets[at++] = numbers[to[i]];
            sort(targets, begin[number], at);
            begin[number + 1] = at;
        }
        return new Frozen(begin, targets);
    }

    /** Most nodes have a few arcs, in order or nearly so. */
    private static void sort(int[] values, int from, int to) {
        if (to - from > 32) {
            Arrays.sort(values, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int value = values[i];
            int at = i;
            for (; at > from && values[at - 1] > value; at--) values[at] = values[at - 1];
            values[at] = value;
        }
    }
}
