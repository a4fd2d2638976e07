package stemma.trace;

/**
 * Follows arcs in the order of the nodes' numbers, lowest first: numbers go with the material, so
 * most arcs lead ahead, memory is read in order, and a node reached often is followed once. An arc
 * that leads back, such as rework, takes the sweep back to where it leads; there are finitely many
 * nodes, and each is followed once. Backward goes from the highest down.
 */
final class Sweep {
    private final View view;
    private final Ways ways;
    private final long[] seen;
    private final long[] done;
    /** Where pools are put that wait; null where none has to. */
    private final Ints held;

    private final boolean isUpward;
    private final boolean isFrozen;
    /** The lowest number that is surely no pool that waits. */
    private final int firstFree;

    private final Ints targets = new Ints();
    private int lowest;
    private int highest;

    Sweep(View view, Ways ways, long[] seen, long[] done, Ints held) {
        this.view = view;
        this.ways = ways;
        this.seen = seen;
        this.done = done;
        this.held = held;
        this.isUpward = ways == view.forward();
        this.isFrozen = ways.isFrozen(view.nodes());
        if (held == null) this.firstFree = 0;
        else this.firstFree = view.latePools() ? Integer.MAX_VALUE : view.firstPools();
    }

    void run() {
        if (isUpward) upward();
        else downward();
    }

    private void upward() {
        int word = 0;
        while (word < seen.length) {
            long pending = seen[word] & ~done[word];
            if (pending == 0) {
                word++;
                continue;
            }
            lowest = word;
            do {
                done[word] |= pending & -pending;
                follow(word << 6 | Long.numberOfTrailingZeros(pending));
                pending = seen[word] & ~done[word];
            } while (pending != 0 && lowest == word);
            word = lowest;
        }
    }

    private void downward() {
        int word = seen.length - 1;
        while (word >= 0) {
            long pending = seen[word] & ~done[word];
            if (pending == 0) {
                word--;
                continue;
            }
            highest = word;
            do {
                done[word] |= Long.highestOneBit(pending);
                follow(word << 6 | 63 - Long.numberOfLeadingZeros(pending));
                pending = seen[word] & ~done[word];
            } while (pending != 0 && highest == word);
            word = highest;
        }
    }

    /**
     * Targets stand in order, so the first and the last tell whether any is a pool or leads back.
     * Where none does, marking them needs no question.
     */
    private void follow(int node) {
        if (!isFrozen && !ways.isPlain(node)) {
            followAll(node);
            return;
        }
        int begin = ways.start()[node];
        int end = ways.start()[node + 1];
        if (begin == end) return;
        int[] to = ways.to();
        boolean leadsAhead = isUpward
                ? to[begin] >= Math.max(node, firstFree)
                : to[end - 1] <= node && to[begin] >= firstFree;
        if (!leadsAhead) {
            followAll(node);
            return;
        }
        long[] bits = seen;
        for (int at = begin; at < end; at++) bits[to[at] >>> 6] |= 1L << to[at];
    }

    private void followAll(int node) {
        targets.clear();
        ways.collect(node, targets);
        for (int i = 0; i < targets.size(); i++) reach(targets.get(i));
    }

    private void reach(int target) {
        if ((seen[target >>> 6] & 1L << target) != 0) return;
        if (held != null && view.isPool(target)) {
            held.add(target);
            return;
        }
        seen[target >>> 6] |= 1L << target;
        lowest = Math.min(lowest, target >>> 6);
        highest = Math.max(highest, target >>> 6);
    }
}
