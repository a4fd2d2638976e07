package stemma.trace;

import java.util.Arrays;

/**
 * The nodes of one answer, numbered from zero in the order of their numbers. Used again for the
 * next question; what it holds is as long as the graph.
 */
final class Slots {
    private int[] slots = new int[0];
    private int[] nodes = new int[16];
    private int count;

    Slots of(NodeSet set, int graph) {
        if (slots.length < graph) slots = new int[graph + graph / 8];
        count = 0;
        set.forEach(node -> {
            if (count == nodes.length) nodes = Arrays.copyOf(nodes, count * 2);
            nodes[count++] = node;
        });
        if (set instanceof NodeSet.Listed) Arrays.sort(nodes, 0, count);
        for (int slot = 0; slot < count; slot++) slots[nodes[slot]] = slot + 1;
        return this;
    }

    int count() {
        return count;
    }

    int node(int slot) {
        return nodes[slot];
    }

    /** Returns the slot of a node, -1 where the answer does not have it. */
    int of(int node) {
        return slots[node] - 1;
    }

    /** Returns the nodes by their slots. */
    int[] nodes() {
        return Arrays.copyOf(nodes, count);
    }

    /** Returns the slots of nodes, each plus one. */
    int[] table() {
        return slots;
    }

    /** Forgets the answer. */
    void clear() {
        for (int slot = 0; slot < count; slot++) slots[nodes[slot]] = 0;
    }
}
