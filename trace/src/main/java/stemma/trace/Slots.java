package stemma.trace;

import java.util.Arrays;

/**
 * The nodes of one answer, numbered from zero in the order of their numbers; where it is a large
 * part of the graph, by their own numbers, so that nobody has to look one up. Used again for the
 * next question; what it holds is as long as the graph.
 */
final class Slots {
    /** From this part of the graph on an answer is a large part, as a shift. */
    private static final int LARGE = 2;

    private static final int[] NONE = {};

    private int[] slots = NONE;
    private int[] nodes = new int[16];
    private NodeSet set = NodeSet.of(NONE);
    private int count;
    private boolean isLarge;

    Slots of(NodeSet reached, int graph) {
        set = reached;
        isLarge = reached instanceof NodeSet.Marked marked && marked.size() > graph >>> LARGE;
        count = isLarge ? graph : 0;
        if (isLarge) return this;
        if (slots.length < graph) slots = new int[graph + graph / 8];
        set.forEach(node -> {
            if (count == nodes.length) nodes = Arrays.copyOf(nodes, count * 2);
            nodes[count++] = node;
        });
        if (set instanceof NodeSet.Listed) Arrays.sort(nodes, 0, count);
        for (int slot = 0; slot < count; slot++) slots[nodes[slot]] = slot + 1;
        return this;
    }

    /** Returns how many slots there are, some of which may be no node of the answer. */
    int count() {
        return count;
    }

    /** Says whether there is a node of the answer at that slot. */
    boolean has(int slot) {
        return !isLarge || set.has(slot);
    }

    int node(int slot) {
        return isLarge ? slot : nodes[slot];
    }

    /** Returns the slot of a node, -1 where the answer does not have it. */
    int of(int node) {
        if (isLarge) return set.has(node) ? node : -1;
        return slots[node] - 1;
    }

    /** Says whether slots are the numbers of nodes. */
    boolean areNodes() {
        return isLarge;
    }

    /** Returns the slots of nodes, each plus one, where they are not the same. */
    int[] table() {
        return slots;
    }

    /** Returns the nodes by their slots, where they are not the same. */
    int[] nodes() {
        return isLarge ? NONE : Arrays.copyOf(nodes, count);
    }

    /** Forgets the answer. */
    void clear() {
        if (!isLarge) for (int slot = 0; slot < count; slot++) slots[nodes[slot]] = 0;
        count = 0;
        set = NodeSet.of(NONE);
    }
}
