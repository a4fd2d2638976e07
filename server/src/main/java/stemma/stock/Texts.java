package stemma.stock;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers texts in the order in which they come, and keeps no more of them than their bytes. */
final class Texts {
    private static final int NONE = -1;

    private byte[] bytes = new byte[256];
    private int[] starts = new int[16];
    private int[] slots = new int[32];
    private int size;

    Texts() {
        Arrays.fill(slots, NONE);
    }

    /** Returns the number of the text; gives it the next one where it has none. */
    int number(String text) {
        byte[] of = text.getBytes(StandardCharsets.UTF_8);
        int slot = slot(of, Arrays.hashCode(of));
        if (slots[slot] != NONE) return slots[slot];
        add(of);
        slots[slot] = size - 1;
        if (2 * size >= slots.length) rehash();
        return size - 1;
    }

    /** Returns the number that the text has, or -1. */
    int known(String text) {
        byte[] of = text.getBytes(StandardCharsets.UTF_8);
        return slots[slot(of, Arrays.hashCode(of))];
    }

    private void add(byte[] of) {
        int start = starts[size];
        int end = Math.addExact(start, of.length);
        if (end > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(end, more(bytes.length)));
        System.arraycopy(of, 0, bytes, start, of.length);
        if (++size == starts.length) starts = Arrays.copyOf(starts, more(size));
        starts[size] = end;
    }

    private static int more(int length) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, length * 3L / 2 + 1));
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        Arrays.fill(slots, NONE);
        for (int i = 0; i < size; i++) {
            byte[] of = Arrays.copyOfRange(bytes, starts[i], starts[i + 1]);
            slots[slot(of, Arrays.hashCode(of))] = i;
        }
    }

    private int slot(byte[] of, int hash) {
        int at = (int) (hash * 0x9E3779B97F4A7C15L >>> 32) & slots.length - 1;
        while (slots[at] != NONE && !is(slots[at], of)) at = at + 1 & slots.length - 1;
        return at;
    }

    private boolean is(int number, byte[] of) {
        return Arrays.equals(bytes, starts[number], starts[number + 1], of, 0, of.length);
    }

    /** Returns how much memory it takes. */
    long bytes() {
        return bytes.length + 4L * (starts.length + slots.length);
    }
}
