package stemma.trace;

import java.util.Arrays;

/** The nodes of a graph, numbered in the order in which they were made. */
final class Nodes {
    private final IntMap wide;
    private byte[] kinds;
    private long[] names;
    private int[] ends;
    private int count;

    Nodes(int capacity) {
        this(
                new byte[Math.max(16, capacity)],
                new long[Math.max(16, capacity)],
                new int[16],
                new IntMap());
        count = 0;
    }

    private Nodes(byte[] kinds, long[] names, int[] ends, IntMap wide) {
        this.kinds = kinds;
        this.names = names;
        this.ends = ends;
        this.wide = wide;
        this.count = kinds.length;
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

    /** Adds a node that is labelled like that one. */
    void add(Labels labels, int node) {
        if (labels.kind(node) != Labels.WIDE) add(labels.kind(node), labels.name(node));
        else addCell(labels.name(node), labels.first(node), labels.last(node));
    }

    /** Goes on with those, which are not used further. */
    void take(Nodes others) {
        kinds = others.kinds;
        names = others.names;
        ends = others.ends;
        wide.take(others.wide);
        count = others.count;
    }

    int kind(int node) {
        return kinds[node] & 0xff;
    }

    long name(int node) {
        return names[node];
    }

    private static int larger(int size) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, size * 9L / 8 + 64);
    }

    void save(Parts parts) {
        parts.fixed(kinds, count);
        parts.fixed(names, count);
        parts.fixed(ends, 2 * wide.size());
        wide.save(parts);
    }

    static Nodes load(Parts parts) {
        byte[] kinds = parts.bytes();
        return new Nodes(kinds, parts.longs(), parts.ints(), IntMap.load(parts));
    }

    long bytes() {
        return kinds.length + 8L * names.length + wide.bytes() + 4L * ends.length;
    }
}
