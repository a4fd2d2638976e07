package stemma.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the stored tree for one proof. It fetches 256 nodes at a time, at most two such rows a
 * level, so that a proof over 4 billion entries costs eight small reads.
 */
final class Tree {
    private static final int WIDTH = 256;

    private final Rows rows;
    private final Map<Row, List<byte[]>> fetched = new HashMap<>();

    /** Level 0 are the leaves, level n the roots of complete subtrees of 256^n leaves. */
    interface Rows {
        List<byte[]> nodes(int level, long from, long to);
    }

    private record Row(int level, long number) {}

    Tree(Rows rows) {
        this.rows = rows;
    }

    /** Returns PATH(position, D[size]) of RFC 6962 2.1.1, the leaf's sibling first. */
    List<byte[]> inclusion(long position, long size) {
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (position < middle) {
                path.addFirst(root(middle, to));
                to = middle;
            } else {
                path.addFirst(root(from, middle));
                from = middle;
            }
        }
        return path;
    }

    /** Returns PROOF(smaller, D[size]) of RFC 6962 2.1.2. */
    List<byte[]> consistency(long smaller, long size) {
        List<byte[]> path = new ArrayList<>();
        if (smaller == 0 || smaller == size) return path;
        long from = 0;
        long to = size;
        while (to != smaller) {
            long middle = from + split(to - from);
            if (smaller <= middle) {
                path.addFirst(root(middle, to));
                to = middle;
            } else {
                path.addFirst(root(from, middle));
                from = middle;
            }
        }
        // The verifier holds the smaller root already where that is one whole subtree.
        if (from > 0) path.addFirst(root(from, to));
        return path;
    }

    /** Returns the root over the leaves [from, to), a subtree of the log's own shape. */
    byte[] root(long from, long to) {
        long count = to - from;
        if (count == 0) return Merkle.empty();
        if (Long.bitCount(count) == 1 && Long.numberOfTrailingZeros(count) % 8 == 0)
            return node(Long.numberOfTrailingZeros(count) / 8, from / count);
        long middle = from + split(count);
        return Merkle.node(root(from, middle), root(middle, to));
    }

    private byte[] node(int level, long number) {
        Row row = new Row(level, number / WIDTH);
        List<byte[]> nodes = fetched.computeIfAbsent(row, this::fetch);
        int column = (int) (number % WIDTH);
        if (column >= nodes.size())
            throw new IllegalStateException("the tree lacks node " + number + " of level " + level);
        return nodes.get(column);
    }

    private List<byte[]> fetch(Row row) {
        return rows.nodes(row.level, row.number * WIDTH, (row.number + 1) * WIDTH);
    }

    /** Returns the greatest power of two below the count. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
