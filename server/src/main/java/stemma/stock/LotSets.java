package stemma.stock;

import java.util.Arrays;

/**
 * Units of lots, by inner key, each in one of several sets whose sums are told apart: what is asked
 * about at once where a recall concerns hundreds of thousands. No unit is in it twice; a plain lot
 * is there with its one ordinal, and whole.
 */
public final class LotSets {
    private long[] lots = new long[16];
    private int[] firsts = new int[16];
    private int[] lasts = new int[16];
    private int[] sets = new int[16];
    private int size;

    /** Puts units into a set. */
    public void add(long lot, int first, int last, int set) {
        if (size == lots.length) {
            lots = Arrays.copyOf(lots, 2 * size);
            firsts = Arrays.copyOf(firsts, 2 * size);
            lasts = Arrays.copyOf(lasts, 2 * size);
            sets = Arrays.copyOf(sets, 2 * size);
        }
        lots[size] = lot;
        firsts[size] = first;
        lasts[size] = last;
        sets[size++] = set;
    }

    public int size() {
        return size;
    }

    public long lot(int at) {
        return lots[at];
    }

    public int set(int at) {
        return sets[at];
    }

    /** Returns how many units stand there. */
    public long units(int at) {
        return lasts[at] - firsts[at] + 1L;
    }

    /** Returns the columns as arrays of a statement: lots, first and last ordinals, sets. */
    public Object[] columns() {
        return new Object[] {
            Arrays.copyOf(lots, size),
            Arrays.copyOf(firsts, size),
            Arrays.copyOf(lasts, size),
            Arrays.copyOf(sets, size)
        };
    }
}
