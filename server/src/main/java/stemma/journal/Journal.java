package stemma.journal;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import stemma.journal.store.Drawn;
import stemma.journal.store.EntryTable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The journal as the application sees it: drafts go in, entries and proofs come out, and nothing
 * is ever changed. It takes part in the caller's transaction and takes no lock but those on ids.
 */
public final class Journal {
    private final EntryTable entries;
    private final WorldClock clock;

    public Journal(DataSource app, WorldClock clock) {
        this.entries = new EntryTable(app);
        this.clock = clock;
    }

    /**
     * Records the drafts in their order, under ascending numbers and one moment; called after the
     * caller's last lock, in its transaction. Throws {@link IdTaken} where a concurrent
     * transaction took an id first: the caller rolls back and starts over.
     */
    public List<Entry> append(List<Draft> drafts) {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("an entry is appended inside a transaction");
        if (drafts.isEmpty()) return List.of();
        Drawn drawn = entries.draw(drafts.size());
        Instant at = clock.recordedAt(drawn.at()).truncatedTo(ChronoUnit.MICROS);
        List<Entry> made = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) made.add(entry(drafts.get(i), drawn.seqs()[i], at));
        int free = entries.insert(made, drafts.stream().map(Draft::digest).toList());
        if (free < made.size()) throw new IdTaken(made.size() - free);
        return List.copyOf(made);
    }

    private static Entry entry(Draft draft, long seq, Instant at) {
        Envelope envelope =
                new Envelope(seq, draft.kind(), draft.id(), draft.digest(), at, draft.author());
        return new Entry(seq, draft.kind(), draft.id(), at, envelope.bytes(), draft.body());
    }

    /** Returns which of the ids are recorded, with the digest each came with. */
    public Map<UUID, Known> known(Collection<UUID> ids) {
        return entries.known(ids);
    }

    /** Returns the entries with these numbers, by number; an unknown number is left out. */
    public List<Entry> read(Collection<Long> seqs) {
        return entries.read(seqs);
    }

    /** Returns the entry that bears the id. */
    public Optional<Entry> find(UUID id) {
        return entries.find(id);
    }
}
