package stemma.trace;

import java.util.Arrays;

/** The nodes of a graph, numbered in the order in which they were made. */
final class Nodes {
    private final IntMap wide = new IntMap();
    private byte[] kinds;
    private long[] names;
    private int[] ends = new int[16];
    private int count;

    Nodes(int capacity) {
        kinds = new byte[Math.max(16, capacity)];
        names = new long[Math.max(16, capacity)];
    }

    int count() {
        return count;
    }

    /** Returns a new node that is no cell. */
    int add(int kind, long name) {
        if (count == kinds.length) {
            kinds = Arrays.copyOf(kinds, larger(count));
            names = Arrays.copyOf(names, larger(count));
        }
        kinds[count] = (byte) kind;
        names[count] = name;
        return count++;
    }

    int addCell(long lot, int first, int last) {
        if (first == last && first < Labels.WIDE) return add(first, lot);
        int node = add(Labels.WIDE, lot);
        int at = wide.size() * 2;
        if (at + 2 > ends.length) ends = Arrays.copyOf(ends, larger(at));
        ends[at] = first;
        ends[at + 1] = last;
        wide.put(node, at);
        return node;
    }

    /** Returns the labels of all nodes there are now. */
    Labels labels() {
        return new Labels(kinds, names, wide.table(), ends);
    }

    int kind(int node) {
        return kinds[node] & 0xff;
    }

    long name(int node) {
        return names[node];
    }

    private static int larger(int size) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2 + 16);
    }

    long bytes() {
        return kinds.length + 8L * names.length + wide.bytes() + 4L * ends.length;
    }
}
