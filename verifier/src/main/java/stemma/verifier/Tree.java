package stemma.verifier;

import java.security.MessageDigest;

/**
 * The Merkle tree over the entries, growing to the right (RFC 6962 2.1). Only the roots of its
 * complete subtrees are kept, one for each bit of its size.
 */
final class Tree {
    private final MessageDigest sha256 = Hash.sha256();
    private final byte[][] roots;
    private long size;

    Tree() {
        this(new byte[Long.SIZE][], 0);
    }

    private Tree(byte[][] roots, long size) {
        this.roots = roots;
        this.size = size;
    }

    Tree copy() {
        return new Tree(roots.clone(), size);
    }

    long size() {
        return size;
    }

    /** Returns SHA-256(0x00 ‖ envelope ‖ body). */
    byte[] leaf(Entries entry) {
        sha256.update((byte) 0);
        sha256.update(entry.bytes(), entry.from(), entry.tab() - entry.from());
        sha256.update(entry.bytes(), entry.tab() + 1, entry.end() - entry.tab() - 1);
        return sha256.digest();
    }

    void add(byte[] leaf) {
        byte[] root = leaf;
        int height = 0;
        for (; (size >>> height & 1) == 1; height++) root = joined(roots[height], root);
        roots[height] = root;
        size++;
    }

    /** Returns the root over all leaves: the small subtrees hang to the right of the large. */
    byte[] root() {
        if (size == 0) return sha256.digest();
        int height = Long.numberOfTrailingZeros(size);
        byte[] root = roots[height];
        for (height++; height < Long.SIZE; height++) {
            if ((size >>> height & 1) == 1) root = joined(roots[height], root);
        }
        return root;
    }

    /** Returns SHA-256(0x01 ‖ left ‖ right). */
    static byte[] node(byte[] left, byte[] right) {
        return node(Hash.sha256(), left, right);
    }

    private byte[] joined(byte[] left, byte[] right) {
        return node(sha256, left, right);
    }

    private static byte[] node(MessageDigest sha256, byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        sha256.update(right);
        return sha256.digest();
    }
}
