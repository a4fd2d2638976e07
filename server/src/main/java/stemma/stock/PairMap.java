package stemma.stock;

import java.util.Arrays;

/**
 * Numbers pairs of numbers that are not negative, in the order in which they come: open addressing.
 */
final class PairMap {
    private static final int NONE = -1;

    private long[] keys = new long[16];
    private int[] numbers = new int[16];
    private int size;

    PairMap() {
        Arrays.fill(numbers, NONE);
    }

    int size() {
        return size;
    }

    /** Returns the number of the pair; gives it the next one where it has none. */
    int number(int one, int other) {
        if (2 * size >= keys.length) grow();
        long key = (long) one << 32 | other;
        int at = slot(keys, numbers, key);
        if (numbers[at] == NONE) {
            keys[at] = key;
            numbers[at] = size++;
        }
        return numbers[at];
    }

    private void grow() {
        long[] more = new long[2 * keys.length];
        int[] given = new int[more.length];
        Arrays.fill(given, NONE);
        for (int i = 0; i < keys.length; i++) {
            if (numbers[i] == NONE) continue;
            int at = slot(more, given, keys[i]);
            more[at] = keys[i];
            given[at] = numbers[i];
        }
        keys = more;
        numbers = given;
    }

    private static int slot(long[] keys, int[] numbers, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & keys.length - 1;
        while (numbers[at] != NONE && keys[at] != key) at = at + 1 & keys.length - 1;
        return at;
    }

    long bytes() {
        return 12L * keys.length;
    }
}
