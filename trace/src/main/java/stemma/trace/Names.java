package stemma.trace;

/**
 * Finds the node that bears a name. Only nodes are kept, each name stands once in {@link Nodes}.
 */
final class Names {
    private static final int SMALLEST = 64;

    private final Nodes nodes;
    private int[] slots = new int[SMALLEST];
    private int size;

    Names(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Returns the node of that name, -1 where none bears it. */
    int find(long name) {
        int mask = slots.length - 1;
        for (int at = slot(name, mask); slots[at] != 0; at = at + 1 & mask) {
            int node = slots[at] - 1;
            if (nodes.name(node) == name) return node;
        }
        return -1;
    }

    /** Touches where a name is looked for, and returns a node that may bear it, or -1. */
    int meet(long name) {
        return slots[slot(name, slots.length - 1)] - 1;
    }

    /** Takes in a node whose name no other node here bears. */
    void add(int node) {
        if (++size * 4L > slots.length * 3L) grow();
        place(slots, node);
    }

    /** Returns the names there are now, to be renamed while others are added. */
    Names seen() {
        Names seen = new Names(nodes);
        seen.slots = slots;
        seen.size = size;
        return seen;
    }

    /**
     * Returns the same names on nodes as they are called now; a name keeps its slot. Room is made
     * here for those that come, so that whoever adds one soon after does not wait for it.
     */
    Names renamed(Nodes onto, Renaming renaming) {
        Names names = new Names(onto);
        names.slots = new int[slots.length];
        names.size = size;
        for (int at = 0; at < slots.length; at++) {
            int node = slots[at] - 1;
            if (node >= 0 && renaming.has(node)) names.slots[at] = renaming.of(node) + 1;
        }
        if (size * 16L > slots.length * 11L) names.grow();
        return names;
    }

    /** Goes on with those. */
    void take(Names renamed) {
        slots = renamed.slots;
        size = renamed.size;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        for (int slot : old) if (slot != 0) place(slots, slot - 1);
    }

    private void place(int[] table, int node) {
        int mask = table.length - 1;
        int at = slot(nodes.name(node), mask);
        while (table[at] != 0) at = at + 1 & mask;
        table[at] = node + 1;
    }

    void save(Parts parts) {
        parts.copied(slots);
        parts.numbers(size);
    }

    static Names load(Parts parts, Nodes nodes) {
        Names names = new Names(nodes);
        names.slots = parts.ints();
        names.size = parts.ints()[0];
        return names;
    }

    long bytes() {
        return 4L * slots.length;
    }

    /** The highest bits, so that in a table twice as long names stand in the same order. */
    private static int slot(long name, int mask) {
        return (int) (name * 0x9E3779B97F4A7C15L >>> Integer.numberOfLeadingZeros(mask) + 32);
    }
}
