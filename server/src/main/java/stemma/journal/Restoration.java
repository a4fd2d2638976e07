package stemma.journal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.journal.store.LeafOrder;
import stemma.journal.store.NewNodes;
import stemma.journal.store.RestoreTable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

import javax.sql.DataSource;

/**
 * Fills an empty journal verbatim with an export and proves it: same bytes, same positions, same
 * checkpoints, same roots. Runs as the owner, in the caller's transaction if any.
 */
public final class Restoration {
    private static final int GATHERED = 5_000;

    private final RestoreTable table;
    private final TransactionTemplate whole;

    public Restoration(DataSource owner) {
        this.table = new RestoreTable(owner);
        this.whole = new TransactionTemplate(new DataSourceTransactionManager(owner));
    }

    /**
     * Restores the entries, given in the order of their positions, under the checkpoints of the
     * export, each of which one of the keys must have signed; returns the last of them. Throws
     * {@link RestoreRefused} with {@code journal_not_empty}, {@code checkpoint_missing},
     * {@code checkpoint_not_signed}, {@code entry_malformed}, {@code entry_repeated},
     * {@code root_differs}, {@code log_too_short} or {@code log_too_long}.
     */
    public Checkpoint restore(
            Iterator<EntryBytes> entries, Collection<String> notes, Collection<VerifyingKey> keys) {
        TreeMap<Long, Checkpoint> checkpoints = opened(notes, keys);
        try {
            return whole.execute(status -> {
                if (!table.isEmptyAndLocked())
                    throw new RestoreRefused(
                            "journal_not_empty", "this database already holds a journal");
                return new Run(checkpoints).all(entries);
            });
        } catch (DuplicateKeyException repeated) {
            throw new RestoreRefused("entry_repeated", "a number or an id stands twice");
        }
    }

    private static TreeMap<Long, Checkpoint> opened(
            Collection<String> notes, Collection<VerifyingKey> keys) {
        TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();
        for (String note : notes) {
            Checkpoint checkpoint = opened(note, keys);
            checkpoints.put(checkpoint.size(), checkpoint);
        }
        if (checkpoints.isEmpty())
            throw new RestoreRefused("checkpoint_missing", "the export holds no checkpoint");
        return checkpoints;
    }

    private static Checkpoint opened(String note, Collection<VerifyingKey> keys) {
        for (VerifyingKey key : keys) if (key.signed(note)) return key.open(note);
        throw new RestoreRefused(
                "checkpoint_not_signed", "no given key signed the checkpoint: " + note.strip());
    }

    /** One restore under way. */
    private final class Run {
        private final TreeMap<Long, Checkpoint> checkpoints;
        private final Frontier frontier = new Frontier();
        private final NewNodes nodes = new NewNodes();
        private final List<Entry> gathered = new ArrayList<>(GATHERED);
        private final List<byte[]> digests = new ArrayList<>(GATHERED);
        private long lastSeq;

        private Run(TreeMap<Long, Checkpoint> checkpoints) {
            this.checkpoints = checkpoints;
        }

        private Checkpoint all(Iterator<EntryBytes> entries) {
            Checkpoint last = checkpoints.lastEntry().getValue();
            while (entries.hasNext()) {
                if (frontier.size() == last.size())
                    throw new RestoreRefused(
                            "log_too_long",
                            "entries follow the last checkpoint, of " + last.size());
                add(entries.next());
                if (gathered.size() == GATHERED) send();
            }
            send();
            if (frontier.size() < last.size())
                throw new RestoreRefused(
                        "log_too_short",
                        "the checkpoint states " + last.size() + " entries; " + frontier.size()
                                + " came");
            table.keepState(frontier.size(), lastSeq, frontier.bytes());
            return last;
        }

        private void add(EntryBytes bytes) {
            Envelope envelope = envelope(bytes);
            byte[] leaf = Merkle.leaf(bytes.envelope(), bytes.body());
            LeafOrder order = envelope.seq() < lastSeq ? LeafOrder.LATE : LeafOrder.ASCENDING;
            lastSeq = Math.max(lastSeq, envelope.seq());
            nodes.leaf(frontier.size(), envelope.seq(), leaf, order);
            frontier.add(leaf, nodes::tile);
            gathered.add(new Entry(
                    envelope.seq(),
                    envelope.kind(),
                    envelope.id(),
                    envelope.recordedAt(),
                    bytes.envelope(),
                    bytes.body()));
            digests.add(envelope.digest());
            Checkpoint checkpoint = checkpoints.get(frontier.size());
            if (checkpoint != null) prove(checkpoint);
        }

        private Envelope envelope(EntryBytes bytes) {
            try {
                return Envelope.read(bytes.envelope());
            } catch (IllegalArgumentException foreign) {
                throw new RestoreRefused(
                        "entry_malformed",
                        "at position " + frontier.size() + ": " + foreign.getMessage());
            }
        }

        private void prove(Checkpoint checkpoint) {
            if (!Arrays.equals(checkpoint.root(), frontier.root()))
                throw new RestoreRefused(
                        "root_differs",
                        "the entries up to the checkpoint of " + checkpoint.size()
                                + " are not those it was signed for");
            table.add(checkpoint, lastSeq);
        }

        private void send() {
            if (gathered.isEmpty()) return;
            table.send(gathered, digests, lastSeq, nodes);
            gathered.clear();
            digests.clear();
        }
    }
}
