package stemma.trace;

import java.util.Arrays;

/**
 * Arcs that no longer change: where those of each node begin, where all of them lead, and what is
 * told of each.
 */
record Frozen(int[] start, int[] to, Measures measures) {

    /** Returns the arcs that stand in these ways, of all nodes of the view. */
    static Frozen of(Ways ways, int nodes) {
        int[] start = new int[nodes + 2];
        ways.forEach((from, _, _) -> start[from + 2]++);
        for (int node = 2; node < start.length; node++) start[node] += start[node - 1];
        int[] to = new int[start[nodes + 1]];
        int[] places = new int[ways.isMeasured() ? to.length : 0];
        ways.forEach((from, target, place) -> {
            int at = start[from + 1]++;
            to[at] = target;
            if (places.length > 0) places[at] = place;
        });
        return new Frozen(Arrays.copyOf(start, nodes + 1), to, ways.measures(places));
    }

    /** Returns the same arcs under new numbers, the targets of each node in order. */
    Frozen renumbered(int[] numbers, int[] made) {
        int[] begin = new int[made.length + 1];
        int[] targets = new int[to.length];
        int[] places = new int[measures.isEmpty() ? 0 : to.length];
        int at = 0;
        for (int number = 0; number < made.length; number++) {
            int node = made[number];
            for (int i = start[node]; i < start[node + 1]; i++, at++) {
                targets[at] = numbers[to[i]];
                if (places.length > 0) places[at] = i;
            }
            if (places.length > 0) sort(targets, places, begin[number], at);
            else sort(targets, begin[number], at);
            begin[number + 1] = at;
        }
        Measures moved = Measures.gathered(measures, Measures.NOTHING, places);
        return new Frozen(begin, targets, moved);
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

    private static void sort(int[] values, int[] places, int from, int to) {
        if (to - from < 2) return;
        long[] both = new long[to - from];
        for (int i = from; i < to; i++) both[i - from] = (long) values[i] << 32 | places[i];
        Arrays.sort(both);
        for (int i = from; i < to; i++) {
            values[i] = (int) (both[i - from] >>> 32);
            places[i] = (int) both[i - from];
        }
    }
}
