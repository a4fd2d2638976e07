package stemma.verifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of an archive's journal with the tree before each, so that a check can begin there. */
final class Journal {
    private final byte[] bytes;
    private final byte[] leaves;
    private final List<Checkpoint> checkpoints;
    private final List<Integer> starts = new ArrayList<>();
    private final List<Tree> before = new ArrayList<>();

    Journal(Kept archive) {
        bytes = archive.file(Verification.JOURNAL);
        leaves = archive.file(Verification.LEAVES);
        checkpoints = Checkpoint.all(new String(
                archive.file(Verification.CHECKPOINTS), java.nio.charset.StandardCharsets.UTF_8));
        Tree tree = new Tree();
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] != '\n') continue;
            starts.add(start);
            before.add(tree.copy());
            int hash = Hash.LENGTH * (int) tree.size();
            tree.add(Arrays.copyOfRange(leaves, hash, hash + Hash.LENGTH));
            start = at + 1;
        }
        starts.add(start);
    }

    int size() {
        return before.size();
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int entry) {
        return starts.get(entry);
    }

    byte[] line(int entry) {
        return Arrays.copyOfRange(bytes, starts.get(entry), starts.get(entry + 1));
    }

    /** Returns which entry the byte stands in. */
    int entryOf(int at) {
        int found = java.util.Collections.binarySearch(starts, at);
        return found >= 0 ? found : -found - 2;
    }

    /** Reads these bytes in the place of all from an entry on; returns what does not hold. */
    Optional<Fault> from(int entry, byte[] rest, int offset, int length) {
        try {
            Log log = new Log(before.get(entry).copy(), checkpoints);
            int hash = Hash.LENGTH * entry;
            log.read(
                    new Entries(new ByteArrayInputStream(rest, offset, length), entry),
                    new ByteArrayInputStream(leaves, hash, leaves.length - hash),
                    _ -> {});
            return Optional.empty();
        } catch (Broken broken) {
            return Optional.of(broken.fault());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads other lines in the place of all; returns what does not hold. */
    Optional<Fault> instead(List<byte[]> lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.forEach(all::writeBytes);
        return from(0, all.toByteArray(), 0, all.size());
    }

    List<byte[]> lines() {
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < size(); i++) lines.add(line(i));
        return lines;
    }
}
