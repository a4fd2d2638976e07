package stemma.journal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The right edge of a growing tree: the roots of its complete subtrees, of which there are as many
 * as bits are set in its size. All that is needed to add a leaf and to tell the root.
 */
final class Frontier {
    private static final int HASH = 32;
    private static final int TILE_HEIGHT = 8;

    private final byte[][] roots = new byte[Long.SIZE][];
    private long size;

    /** Told of each complete subtree of 256^level leaves as it closes. */
    interface Tiles {
        void closed(int level, long number, byte[] root);
    }

    /** Returns the frontier that {@link #bytes} wrote for a tree of this size. */
    static Frontier of(long size, byte[] bytes) {
        if (bytes.length != HASH * Long.bitCount(size))
            throw new IllegalStateException("the frontier does not fit a tree of " + size);
        Frontier frontier = new Frontier();
        frontier.size = size;
        int at = 0;
        for (int height = 0; height < Long.SIZE; height++) {
            if ((size >>> height & 1) == 0) continue;
            frontier.roots[height] = Arrays.copyOfRange(bytes, at, at + HASH);
            at += HASH;
        }
        return frontier;
    }

    long size() {
        return size;
    }

    void add(byte[] leaf, Tiles tiles) {
        byte[] root = leaf;
        int height = 0;
        for (; (size >>> height & 1) == 1; height++) {
            root = Merkle.node(roots[height], root);
            if ((height + 1) % TILE_HEIGHT == 0)
                tiles.closed((height + 1) / TILE_HEIGHT, size >>> (height + 1), root);
        }
        roots[height] = root;
        size++;
    }

    /** Returns the root of the whole tree: the small subtrees hang to the right of the large. */
    byte[] root() {
        if (size == 0) return Merkle.empty();
        int height = Long.numberOfTrailingZeros(size);
        byte[] root = roots[height];
        for (height++; height < Long.SIZE; height++)
            if ((size >>> height & 1) == 1) root = Merkle.node(roots[height], root);
        return root;
    }

    /** Returns the subtrees' roots, the smallest first. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int height = 0; height < Long.SIZE; height++)
            if ((size >>> height & 1) == 1) bytes.writeBytes(roots[height]);
        return bytes.toByteArray();
    }
}
