package stemma.trace;

import java.util.Arrays;
import java.util.Map;

/** A list of ints that grows at its end. */
final class Ints {
    private int[] values;
    private int size;

    Ints() {
        this(8);
    }

    Ints(int capacity) {
        values = new int[capacity];
    }

    void add(int value) {
        if (size == values.length) values = Arrays.copyOf(values, Math.max(8, size * 2));
        values[size++] = value;
    }

    void insert(int at, int value) {
        add(value);
        System.arraycopy(values, at, values, at + 1, size - 1 - at);
        values[at] = value;
    }

    void removeAt(int at) {
        System.arraycopy(values, at + 1, values, at, --size - at);
    }

    void set(int at, int value) {
        values[at] = value;
    }

    /** Drops all but the first so many. */
    void cutTo(int first) {
        size = first;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /** Returns the values; the list is not to be changed after. */
    int[] toArray() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }

    Ints copy() {
        Ints copy = new Ints(size);
        for (int i = 0; i < size; i++) copy.add(values[i]);
        return copy;
    }

    /** Returns the values there are now, while others are added behind them. */
    Ints seen() {
        Ints seen = new Ints(0);
        seen.values = values;
        seen.size = size;
        return seen;
    }

    /** Puts lists in, each behind its key and its length. */
    static void save(Parts parts, Map<? extends Number, Ints> lists) {
        long[] all = new long[lists.values().stream().mapToInt(l -> l.size + 2).sum()];
        int at = 0;
        for (var entry : lists.entrySet()) {
            all[at++] = entry.getKey().longValue();
            all[at++] = entry.getValue().size;
            for (int i = 0; i < entry.getValue().size; i++) all[at++] = entry.getValue().values[i];
        }
        parts.fixed(all, at);
    }

    /** Takes an entry of what was put in. */
    interface Keyed {
        void of(long key, Ints list);
    }

    static void load(Parts parts, Keyed told) {
        long[] all = parts.longs();
        for (int at = 0; at < all.length; ) {
            long key = all[at++];
            int size = (int) all[at++];
            Ints list = new Ints(size);
            for (int i = 0; i < size; i++) list.add((int) all[at++]);
            told.of(key, list);
        }
    }

    long bytes() {
        return 4L * values.length;
    }
}
