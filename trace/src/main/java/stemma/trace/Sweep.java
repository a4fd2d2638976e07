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
            long plain = plain(word);
            do {
                int first = Long.numberOfTrailingZeros(pending);
                int inARow = Long.numberOfTrailingZeros(~((pending & plain) >>> first));
                if (inARow == 0) {
                    done[word] |= pending & -pending;
                    follow(word << 6 | first);
                } else {
                    done[word] |= -1L >>> Long.SIZE - inARow << first;
                    followInARow(word << 6 | first, inARow);
                }
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

    /** Returns bits of the nodes whose arcs stand one after the other and lead to no pool. */
    private long plain(int word) {
        if (firstFree > 0 || ways.to().length == 0) return 0;
        return ways.plain(word);
    }

    /**
     * Arcs of nodes in a row stand in a row: where these lead is marked in one go. No branch
     * depends on what nobody can foresee; the lowest that is new tells whether the sweep has to go
     * back.
     */
    private void followInARow(int first, int nodes) {
        int[] to = ways.to();
        long[] bits = seen;
        int least = first;
        int end = ways.start()[first + nodes];
        for (int at = ways.start()[first]; at < end; at++) {
            int target = to[at];
            long word = bits[target >>> 6];
            int isKnown = (int) (word >>> target & 1);
            least = Math.min(least, target | -isKnown >>> 1);
            bits[target >>> 6] = word | 1L << target;
        }
        lowest = Math.min(lowest, least >>> 6);
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
