package stemma.trace;

import java.util.Arrays;

/** Numbers keys from zero, in the order in which they come. */
final class Keys {
    private long[] keys = new long[16];
    private int[] slots = new int[64];
    private int count;

    /** Returns the number of the key, a new one where it has none. */
    int number(long key) {
        int mask = slots.length - 1;
        int at = slot(key, mask);
        for (; slots[at] != 0; at = at + 1 & mask)
            if (keys[slots[at] - 1] == key) return slots[at] - 1;
        if (count == keys.length) keys = Arrays.copyOf(keys, count * 2);
        keys[count++] = key;
        slots[at] = count;
        if (count * 4L > slots.length * 3L) grow();
        return count - 1;
    }

    /** Returns the keys by their numbers. */
    long[] keys() {
        return keys;
    }

    int count() {
        return count;
    }

    private void grow() {
        int[] larger = new int[slots.length * 2];
        int mask = larger.length - 1;
        for (int slot : slots) {
            if (slot == 0) continue;
            int at = slot(keys[slot - 1], mask);
            while (larger[at] != 0) at = at + 1 & mask;
            larger[at] = slot;
        }
        slots = larger;
    }

    private static int slot(long key, int mask) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    }

    void save(Parts parts) {
        parts.fixed(keys, count);
        parts.copied(slots);
    }

    static Keys load(Parts parts) {
        Keys keys = new Keys();
        long[] known = parts.longs();
        keys.count = known.length;
        keys.keys = known.length == 0 ? keys.keys : known;
        keys.slots = parts.ints();
        return keys;
    }

    long bytes() {
        return 8L * keys.length + 4L * slots.length;
    }
}
