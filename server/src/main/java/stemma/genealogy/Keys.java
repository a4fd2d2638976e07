package stemma.genealogy;

import java.util.Arrays;

/** Inner keys as they come, many of them more than once. */
final class Keys {
    private long[] keys = new long[16];
    private int size;

    void add(long key) {
        if (size == keys.length) keys = Arrays.copyOf(keys, 2 * size);
        keys[size++] = key;
    }

    int size() {
        return size;
    }

    long get(int at) {
        return keys[at];
    }

    /** Returns each of them once, in ascending order. */
    long[] distinct() {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < size; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
        return Arrays.copyOf(sorted, kept);
    }
}
