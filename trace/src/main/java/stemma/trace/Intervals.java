package stemma.trace;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Intervals by their beginning, each with a number of whatever it is of. With each stands the
 * latest end up to there, so that a search backward in time knows when it may stop.
 */
final class Intervals {
    private long[] from = new long[4];
    private long[] to = new long[4];
    private long[] latest = new long[4];
    private int[] of = new int[4];
    private int size;

    void add(long begin, long end, int what) {
        if (size == of.length) grow();
        int at = begunBy(begin);
        System.arraycopy(from, at, from, at + 1, size - at);
        System.arraycopy(to, at, to, at + 1, size - at);
        System.arraycopy(of, at, of, at + 1, size - at);
        size++;
        from[at] = begin;
        to[at] = end;
        of[at] = what;
        settle(at);
    }

    /** Takes one out; it is a fault where it is not there. */
    void remove(long begin, long end, int what) {
        int at = begunBy(begin) - 1;
        while (at >= 0 && from[at] == begin && (to[at] != end || of[at] != what)) at--;
        if (at < 0 || from[at] != begin)
            throw new IllegalArgumentException("what is withdrawn was never stated");
        size--;
        System.arraycopy(from, at + 1, from, at, size - at);
        System.arraycopy(to, at + 1, to, at, size - at);
        System.arraycopy(of, at + 1, of, at, size - at);
        settle(at);
    }

    /** Tells of each interval that has a moment in common with that one. */
    void overlapping(long begin, long end, IntConsumer told) {
        for (int at = begunBy(end) - 1; at >= 0 && latest[at] >= begin; at--) {
            if (to[at] >= begin) told.accept(at);
        }
    }

    /** Returns the first end of those that begin after the moment, the greatest where none does. */
    long firstEndAfter(long moment) {
        long first = Long.MAX_VALUE;
        for (int at = begunBy(moment); at < size && from[at] <= first; at++)
            first = Math.min(first, to[at]);
        return first;
    }

    /**
     * Returns the last beginning of those that end before the moment, the least where none does.
     */
    long lastBeginBefore(long moment) {
        for (int at = begunBy(moment) - 1; at >= 0; at--) if (to[at] < moment) return from[at];
        return Long.MIN_VALUE;
    }

    long from(int at) {
        return from[at];
    }

    long to(int at) {
        return to[at];
    }

    int of(int at) {
        return of[at];
    }

    /** Returns how many begin at the moment or before it. */
    private int begunBy(long moment) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (from[middle] <= moment) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void settle(int begin) {
        for (int at = begin; at < size; at++) {
            latest[at] = at == 0 ? to[0] : Math.max(latest[at - 1], to[at]);
        }
    }

    private void grow() {
        from = Arrays.copyOf(from, size * 2);
        to = Arrays.copyOf(to, size * 2);
        latest = Arrays.copyOf(latest, size * 2);
        of = Arrays.copyOf(of, size * 2);
    }

    void save(Parts parts) {
        parts.fixed(from.clone(), size);
        parts.fixed(to.clone(), size);
        parts.fixed(of.clone(), size);
    }

    static Intervals load(Parts parts) {
        Intervals loaded = new Intervals();
        loaded.from = parts.longs();
        loaded.to = parts.longs();
        loaded.of = parts.ints();
        loaded.size = loaded.of.length;
        loaded.latest = new long[loaded.size];
        loaded.settle(0);
        if (loaded.size == 0) return new Intervals();
        return loaded;
    }

    long bytes() {
        return 28L * of.length + 64;
    }
}
