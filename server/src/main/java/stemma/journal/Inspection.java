package stemma.journal;

import org.springframework.transaction.support.TransactionTemplate;

import stemma.journal.store.InspectTable;
import stemma.journal.store.InspectedRow;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Consumer;

import javax.sql.DataSource;

/**
 * Reads the whole log again and compares every byte with its leaf, every row with its envelope and
 * every checkpoint with the tree. What it finds, somebody with rights on the database has changed.
 */
public final class Inspection {
    private final InspectTable table;
    private final TransactionTemplate reading;
    private final Collection<VerifyingKey> keys;

    public Inspection(DataSource app, Collection<VerifyingKey> keys) {
        this.table = new InspectTable(app);
        this.reading = Reading.of(app);
        this.keys = keys;
    }

    /**
     * Tells of each finding as it comes. {@code held} are notes kept outside the database: only
     * they show that the newest entries were cut off together with their checkpoints.
     */
    public Inspected run(Collection<String> held, Consumer<Finding> reader) {
        return reading.execute(status -> new Run(reader).all(held));
    }

    /** One inspection under way. */
    private final class Run {
        private final Consumer<Finding> reader;
        private final Frontier frontier = new Frontier();
        private final TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();
        private long expected;
        private long findings;

        private Run(Consumer<Finding> reader) {
            this.reader = reader;
        }

        private Inspected all(Collection<String> held) {
            table.checkpoints().forEach(this::kept);
            held.forEach(this::held);
            table.each(this::row);
            for (Checkpoint beyond : checkpoints.tailMap(frontier.size(), false).values())
                found("log_too_short", frontier.size(), "a checkpoint states " + beyond.size());
            table.unsealedBefore()
                    .forEach(seq ->
                            found("leaf_missing", expected, "entry " + seq + " lost its leaf"));
            return new Inspected(frontier.size(), frontier.root(), findings);
        }

        private void kept(Checkpoint row) {
            checkpoints.put(row.size(), row);
            boolean stated = keys.stream()
                    .anyMatch(key -> key.signed(row.note())
                            && key.open(row.note()).size() == row.size()
                            && key.open(row.note()).at().equals(row.at())
                            && Arrays.equals(key.open(row.note()).root(), row.root()));
            if (!stated)
                found("checkpoint_not_signed", row.size() - 1, "no key signed this checkpoint");
        }

        private void held(String note) {
            for (VerifyingKey key : keys) {
                if (!key.signed(note)) continue;
                Checkpoint checkpoint = key.open(note);
                Checkpoint row = checkpoints.put(checkpoint.size(), checkpoint);
                if (row != null && !Arrays.equals(row.root(), checkpoint.root()))
                    found(
                            "root_differs",
                            checkpoint.size() - 1,
                            "the checkpoint held says otherwise");
                return;
            }
            found("checkpoint_not_signed", -1, "no key signed the checkpoint held outside");
        }

        private void row(InspectedRow row) {
            if (row.position() != expected)
                found("position_missing", expected, "the next position is " + row.position());
            expected = row.position() + 1;
            byte[] leaf = row.leaf();
            Entry entry = row.entry();
            if (entry == null) {
                found("entry_missing", row.position(), "no entry has the number " + row.seq());
            } else {
                leaf = Merkle.leaf(entry.envelope(), entry.body());
                if (!Arrays.equals(leaf, row.leaf()))
                    found("bytes_differ", row.position(), "the bytes are not those sealed");
                else columns(row, entry);
            }
            frontier.add(leaf, this::tile);
            Checkpoint checkpoint = checkpoints.get(frontier.size());
            if (checkpoint != null && !Arrays.equals(checkpoint.root(), frontier.root()))
                found("root_differs", row.position(), "the checkpoint here has another root");
        }

        private void columns(InspectedRow row, Entry entry) {
            try {
                Envelope envelope = Envelope.read(entry.envelope());
                boolean same = envelope.seq() == entry.seq()
                        && envelope.id().equals(entry.id())
                        && envelope.kind() == entry.kind()
                        && envelope.recordedAt().equals(entry.recordedAt());
                if (!same) found("columns_differ", row.position(), "a column is not as sealed");
                byte[] digest = row.digest();
                if (digest == null || !Arrays.equals(digest, envelope.digest()))
                    found("key_differs", row.position(), "the key row is not as sealed");
            } catch (IllegalArgumentException foreign) {
                found("entry_malformed", row.position(), "the envelope cannot be read");
            }
        }

        private void tile(int level, long number, byte[] root) {
            if (!table.isTile(level, number, root))
                found("tile_differs", expected - 1, "tile " + number + " of level " + level);
        }

        private void found(String code, long position, String sentence) {
            findings++;
            reader.accept(new Finding(code, position, sentence));
        }
    }
}
