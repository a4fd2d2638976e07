package stemma.journal;

import java.util.List;

/**
 * That an entry stands at a position of a log of this size: the hashes beside the way from its leaf
 * up to the root, nearest first (RFC 9162 2.1.3).
 */
public record InclusionProof(long position, long size, List<byte[]> path) {

    /** Returns whether the entry's bytes lead to the root. */
    public boolean holds(byte[] envelope, byte[] body, byte[] root) {
        if (position < 0 || position >= size) return false;
        long leaf = position;
        long last = size - 1;
        byte[] hash = Merkle.leaf(envelope, body);
        for (byte[] beside : path) {
            if (last == 0) return false;
            if ((leaf & 1) == 1 || leaf == last) {
                hash = Merkle.node(beside, hash);
                int skip = leaf == 0 ? 0 : Long.numberOfTrailingZeros(leaf);
                leaf >>>= skip;
                last >>>= skip;
            } else {
                hash = Merkle.node(hash, beside);
            }
            leaf >>>= 1;
            last >>>= 1;
        }
        return last == 0 && java.util.Arrays.equals(hash, root);
    }
}
