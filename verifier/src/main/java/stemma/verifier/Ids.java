package stemma.verifier;

/** Ids that were met, 16 bytes each in open addressing: to find one that stands twice. */
final class Ids {
    private static final int SMALLEST = 1 << 10;

    private long[] slots = new long[2 * SMALLEST];
    private int count;
    private boolean hasZero;

    /** Takes in an id; returns whether it is new. */
    boolean add(Id id) {
        if (id.high() == 0 && id.low() == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (4L * count > 3L * (slots.length / 2)) grow();
        boolean isNew = put(slots, id.high(), id.low());
        if (isNew) count++;
        return isNew;
    }

    boolean contains(Id id) {
        if (id.high() == 0 && id.low() == 0) return hasZero;
        int mask = slots.length / 2 - 1;
        for (int at = slot(id.high(), id.low(), mask); ; at = at + 1 & mask) {
            if (slots[2 * at] == id.high() && slots[2 * at + 1] == id.low()) return true;
            if (slots[2 * at] == 0 && slots[2 * at + 1] == 0) return false;
        }
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0 || slots[i + 1] != 0) put(larger, slots[i], slots[i + 1]);
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long high, long low) {
        int mask = slots.length / 2 - 1;
        for (int at = slot(high, low, mask); ; at = at + 1 & mask) {
            if (slots[2 * at] == high && slots[2 * at + 1] == low) return false;
            if (slots[2 * at] != 0 || slots[2 * at + 1] != 0) continue;
            slots[2 * at] = high;
            slots[2 * at + 1] = low;
            return true;
        }
    }

    private static int slot(long high, long low, int mask) {
        return mixed(high, low) & mask;
    }

    /** Spreads ids, of which many differ in few bits, over all numbers. */
    static int mixed(long high, long low) {
        long mixed = (high * 31 + low) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32);
    }
}
