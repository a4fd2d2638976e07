package stemma.journal;

import java.util.Arrays;
import java.util.List;

/**
 * That the log of the smaller size is the beginning of the log of the larger: nothing in between
 * was changed or taken out (RFC 9162 2.1.4).
 */
public record ConsistencyProof(long smaller, long larger, List<byte[]> path) {

    /** Returns whether both roots follow from the path. */
    public boolean holds(byte[] smallerRoot, byte[] largerRoot) {
        if (smaller < 0 || smaller > larger) return false;
        if (smaller == larger) return path.isEmpty() && Arrays.equals(smallerRoot, largerRoot);
        if (smaller == 0) return path.isEmpty() && Arrays.equals(smallerRoot, Merkle.empty());
        boolean whole = Long.bitCount(smaller) == 1;
        if (!whole && path.isEmpty()) return false;
        int skip = Long.numberOfTrailingZeros(smaller);
        byte[] start = whole ? smallerRoot : path.getFirst();
        List<byte[]> rest = whole ? path : path.subList(1, path.size());
        return climb(
                (smaller - 1) >>> skip,
                (larger - 1) >>> skip,
                start,
                rest,
                smallerRoot,
                largerRoot);
    }

    private static boolean climb(
            long node,
            long last,
            byte[] start,
            List<byte[]> rest,
            byte[] smallerRoot,
            byte[] largerRoot) {
        byte[] small = start;
        byte[] large = start;
        for (byte[] beside : rest) {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last) {
                small = Merkle.node(beside, small);
                large = Merkle.node(beside, large);
                int skip = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= skip;
                last >>>= skip;
            } else {
                large = Merkle.node(large, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(small, smallerRoot) && Arrays.equals(large, largerRoot);
    }
}
