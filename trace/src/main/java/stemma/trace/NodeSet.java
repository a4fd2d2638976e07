package stemma.trace;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** A set of nodes: as a list where it is small beside the graph, as bits where it is not. */
sealed interface NodeSet {

    void forEach(IntConsumer node);

    boolean has(int node);

    /** Returns those of its nodes that are such. */
    default NodeSet and(IntPredicate such) {
        Ints found = new Ints();
        forEach(node -> {
            if (such.test(node)) found.add(node);
        });
        return of(found.toArray());
    }

    static NodeSet of(int[] nodes) {
        return new Listed(nodes);
    }

    static NodeSet of(long[] bits) {
        return new Marked(bits);
    }

    /** Nodes in the order in which they were reached; put in order only where one is looked up. */
    final class Listed implements NodeSet {
        private final int[] nodes;
        private volatile int[] sorted = new int[0];

        Listed(int[] nodes) {
            this.nodes = nodes;
        }

        @Override
        public void forEach(IntConsumer node) {
            for (int each : nodes) node.accept(each);
        }

        @Override
        public boolean has(int node) {
            if (sorted.length < nodes.length) {
                int[] ordered = nodes.clone();
                Arrays.sort(ordered);
                sorted = ordered;
            }
            return Arrays.binarySearch(sorted, node) >= 0;
        }
    }

    /** One bit for each node of the graph. */
    record Marked(long[] bits) implements NodeSet {
        int size() {
            int size = 0;
            for (long word : bits) size += Long.bitCount(word);
            return size;
        }

        @Override
        public void forEach(IntConsumer node) {
            for (int word = 0; word < bits.length; word++) {
                for (long left = bits[word]; left != 0; left &= left - 1)
                    node.accept(word << 6 | Long.numberOfTrailingZeros(left));
            }
        }

        @Override
        public boolean has(int node) {
            return node >>> 6 < bits.length && (bits[node >>> 6] & 1L << node) != 0;
        }
    }
}
