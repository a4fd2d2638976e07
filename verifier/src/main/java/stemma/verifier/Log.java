package stemma.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The hashes of the log: each entry against the leaf that is stated for it, and the tree over all
 * before it against each checkpoint. Stops at the first entry that does not hold.
 */
final class Log {
    private static final byte[] CORRECTS = "\",\"corrects\":\"".getBytes(ISO_8859_1);
    private static final int CLAIM_ENDS_BEFORE = 40;
    private static final int ID_LENGTH = 36;

    private final Tree tree;
    private final TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();
    private final Set<Id> corrected = new HashSet<>();

    Log(Tree tree, Collection<Checkpoint> checkpoints) {
        this.tree = tree;
        checkpoints.forEach(one -> this.checkpoints.put(one.size(), one));
    }

    /** Returns the tree over what was read. */
    Tree tree() {
        return tree;
    }

    /** Returns the ids that corrections name, so that what they name is remembered when met. */
    Set<Id> corrected() {
        return corrected;
    }

    /**
     * Reads on where the tree ends, and hands on each entry that is the one sealed in its place;
     * throws {@link Broken} with the first that does not hold.
     */
    void read(Entries entries, InputStream leaves, Consumer<Entries> next) throws IOException {
        Checkpoint ahead = after(tree.size());
        Checkpoint before = null;
        while (entries.next()) {
            byte[] leaf = tree.leaf(entries);
            byte[] stated = leaves.readNBytes(Hash.LENGTH);
            if (stated.length < Hash.LENGTH)
                throw new Broken(
                        Code.LOG_TOO_LONG, entries.position(), "more entries than were sealed");
            if (!Arrays.equals(leaf, stated))
                throw new Broken(
                        Code.ENTRY_DIFFERS,
                        entries.position(),
                        "the entry here is not the one that was sealed here");
            tree.add(leaf);
            remember(entries);
            next.accept(entries);
            if (ahead == null || tree.size() < ahead.size()) continue;
            prove(ahead, before);
            before = ahead;
            ahead = after(tree.size());
        }
        if (leaves.read() >= 0) throw tooShort("the entries sealed after it are missing");
        if (ahead != null) throw tooShort("a checkpoint states " + ahead.size() + " entries");
    }

    private Broken tooShort(String sentence) {
        return new Broken(Code.LOG_TOO_SHORT, tree.size(), "the log ends here; " + sentence);
    }

    private Checkpoint after(long size) {
        var next = checkpoints.higherEntry(size);
        return next == null ? null : next.getValue();
    }

    private void prove(Checkpoint checkpoint, Checkpoint before) {
        if (Arrays.equals(checkpoint.root(), tree.root())) return;
        long from = before == null ? 0 : before.size();
        throw new Broken(
                Code.ROOT_DIFFERS,
                from,
                "entries " + from + " to " + (checkpoint.size() - 1)
                        + " are not those that the checkpoint of " + checkpoint.at()
                        + " was signed for");
    }

    /** In canonical JSON a correction begins with its claim and then names what it corrects. */
    private void remember(Entries entries) {
        byte[] bytes = entries.bytes();
        int body = entries.tab() + 1;
        int last = Math.min(entries.end(), body + CLAIM_ENDS_BEFORE) - CORRECTS.length;
        for (int at = body; at <= last; at++) {
            if (bytes[at] != '"' || bytes[at + 1] != ',') continue;
            int id = at + CORRECTS.length;
            if (!Arrays.equals(bytes, at, id, CORRECTS, 0, CORRECTS.length)) return;
            if (id + ID_LENGTH > entries.end()) return;
            try {
                corrected.add(Id.of(new String(bytes, id, ID_LENGTH, ISO_8859_1)));
            } catch (Malformed told) {
                return; // Told where the event is read.
            }
            return;
        }
    }
}
