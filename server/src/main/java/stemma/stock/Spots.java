package stemma.stock;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Numbers what a lot has at a spot, in the order in which it comes: for each lot a chain of its
 * spots, the latest first. Few lots are at many; those are looked up, not gone through.
 */
final class Spots {
    static final int NONE = -1;
    private static final int MANY = 32;

    private final BitSet many = new BitSet();
    private final PairMap pairs = new PairMap();
    private int[] last = {};
    private int[] before = new int[16];
    private int[] at = new int[16];
    private int[] ofPair = new int[16];
    private int size;

    int size() {
        return size;
    }

    /** Returns the number of the lot at the spot; gives it the next one where it has none. */
    int number(int lot, int spot) {
        if (many.get(lot)) return ofMany(lot, spot);
        int gone = 0;
        for (int n = first(lot); n != NONE; n = before[n], gone++) if (at[n] == spot) return n;
        if (gone < MANY) return added(lot, spot);
        many.set(lot);
        for (int n = first(lot); n != NONE; n = before[n]) keep(lot, at[n], n);
        return ofMany(lot, spot);
    }

    private int ofMany(int lot, int spot) {
        int known = pairs.size();
        int pair = pairs.number(lot, spot);
        if (pair < known) return ofPair[pair];
        int number = added(lot, spot);
        put(pair, number);
        return number;
    }

    private void keep(int lot, int spot, int number) {
        put(pairs.number(lot, spot), number);
    }

    private void put(int pair, int number) {
        if (pair == ofPair.length) ofPair = Arrays.copyOf(ofPair, 2 * pair);
        ofPair[pair] = number;
    }

    private int added(int lot, int spot) {
        if (lot >= last.length) grow(lot);
        if (size == at.length) {
            at = Arrays.copyOf(at, more(size));
            before = Arrays.copyOf(before, more(size));
        }
        at[size] = spot;
        before[size] = last[lot];
        last[lot] = size;
        return size++;
    }

    private void grow(int lot) {
        int length = last.length;
        last = Arrays.copyOf(last, Math.max(16, more(lot)));
        Arrays.fill(last, length, last.length, NONE);
    }

    private static int more(int size) {
        return Math.addExact(size, size / 2 + 1);
    }

    /** Returns the latest number of the lot, or -1. */
    int first(long lot) {
        return lot < last.length ? last[(int) lot] : NONE;
    }

    /** Returns the one of the same lot before that, or -1. */
    int next(int number) {
        return before[number];
    }

    int spot(int number) {
        return at[number];
    }

    /** Returns how much memory it takes. */
    long bytes() {
        return pairs.bytes()
                + 4L * (last.length + before.length + at.length + ofPair.length)
                + many.size() / 8;
    }
}
