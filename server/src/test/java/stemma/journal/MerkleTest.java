package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The tree against its definition in RFC 6962, computed the slow way. */
class MerkleTest {
    private static final int MOST = 200;
    private static final byte[] NONE = {};

    @Test
    void the_root_of_every_size_is_that_of_the_definition() {
        Frontier frontier = new Frontier();
        for (int size = 0; size <= 600; size++) {
            assertThat(frontier.root()).isEqualTo(slowRoot(leaves(size)));
            assertThat(Frontier.of(size, frontier.bytes()).root()).isEqualTo(frontier.root());
            frontier.add(leaf(size), (level, number, root) -> {});
        }
    }

    @Test
    void the_published_test_tree_has_its_published_roots() {
        List<String> inputs = List.of("", "00", "10", "2021", "3031", "40414243");
        Frontier frontier = new Frontier();
        for (String input : inputs)
            frontier.add(Merkle.leaf(NONE, HexFormat.of().parseHex(input)), (l, n, r) -> {});
        assertThat(HexFormat.of().formatHex(frontier.root()))
                .isEqualTo("76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef");
    }

    @Test
    void a_tile_closes_with_each_256_leaves_and_holds_their_root() {
        List<byte[]> closed = new ArrayList<>();
        Frontier frontier = new Frontier();
        for (int i = 0; i < 66_000; i++)
            frontier.add(leaf(i), (level, number, root) -> {
                if (level == 1) assertThat(number).isEqualTo(closed.size());
                if (level == 1) closed.add(root);
                else assertThat(root).isEqualTo(slowRoot(closed));
            });
        assertThat(closed).hasSize(257);
        assertThat(closed.getFirst()).isEqualTo(slowRoot(leaves(256)));
    }

    @Test
    void every_leaf_of_every_size_is_proven_and_no_other_in_its_place() {
        for (int size = 1; size <= 70; size++) {
            byte[] root = slowRoot(leaves(size));
            Tree tree = treeOf(size);
            for (int position = 0; position < size; position++) {
                List<byte[]> path = tree.inclusion(position, size);
                InclusionProof proof = new InclusionProof(position, size, path);
                assertThat(proof.holds(NONE, text(position), root)).isTrue();
                assertThat(proof.holds(NONE, text(position + 1), root)).isFalse();
                assertThat(new InclusionProof(size - 1L - position, size, path)
                                .holds(NONE, text(position), root))
                        .isEqualTo(position == size - 1 - position);
            }
        }
    }

    @Test
    void every_size_is_proven_to_begin_every_larger_one() {
        for (int larger = 0; larger <= MOST; larger++) {
            byte[] largerRoot = slowRoot(leaves(larger));
            for (int smaller = 0; smaller <= larger; smaller++) {
                byte[] smallerRoot = slowRoot(leaves(smaller));
                var path = treeOf(larger).consistency(smaller, larger);
                var proof = new ConsistencyProof(smaller, larger, path);
                assertThat(proof.holds(smallerRoot, largerRoot)).isTrue();
                assertThat(proof.holds(leaf(-1), largerRoot)).isFalse();
                if (smaller > 0) assertThat(proof.holds(smallerRoot, leaf(-1))).isFalse();
            }
        }
    }

    @Test
    void a_proof_over_many_leaves_reads_few_rows() {
        int size = 70_000;
        List<List<byte[]>> levels = levels(size);
        int[] reads = {0};
        Tree tree = new Tree((level, from, to) -> {
            reads[0]++;
            return part(levels.get(level), from, to);
        });
        var proof = new InclusionProof(12_345, size, tree.inclusion(12_345, size));
        assertThat(proof.holds(NONE, text(12_345), tree.root(0, size))).isTrue();
        assertThat(reads[0]).isLessThanOrEqualTo(6);
    }

    private static Tree treeOf(int size) {
        List<byte[]> leaves = leaves(size);
        return new Tree((level, from, to) -> part(leaves, from, to));
    }

    private static List<byte[]> part(List<byte[]> nodes, long from, long to) {
        return nodes.subList((int) from, (int) Math.min(to, nodes.size()));
    }

    private static List<List<byte[]>> levels(int size) {
        List<List<byte[]>> levels = List.of(leaves(size), new ArrayList<>(), new ArrayList<>());
        Frontier frontier = new Frontier();
        for (byte[] leaf : levels.getFirst())
            frontier.add(leaf, (level, number, root) -> levels.get(level).add(root));
        return levels;
    }

    private static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) leaves.add(leaf(i));
        return leaves;
    }

    private static byte[] leaf(int number) {
        return Merkle.leaf(NONE, text(number));
    }

    private static byte[] text(int number) {
        return ("entry " + number).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slowRoot(List<byte[]> leaves) {
        if (leaves.isEmpty()) return Drafts.sha256();
        if (leaves.size() == 1) return leaves.getFirst();
        int half = Integer.highestOneBit(leaves.size() - 1);
        byte[] left = slowRoot(leaves.subList(0, half));
        byte[] right = slowRoot(leaves.subList(half, leaves.size()));
        byte[] both = Arrays.copyOf(left, 64);
        System.arraycopy(right, 0, both, 32, 32);
        return Drafts.sha256(new byte[] {1}, both);
    }
}
