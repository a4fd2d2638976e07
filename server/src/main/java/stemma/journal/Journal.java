package stemma.journal;

import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.database.Select;
import stemma.journal.store.Drawn;
import stemma.journal.store.EntryTable;
import stemma.journal.store.LeafTable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javax.sql.DataSource;

/**
 * The journal as the application sees it: drafts go in, entries and proofs come out, and nothing is
 * ever changed. It takes part in the caller's transaction and takes no lock but those on ids.
 */
public final class Journal {
    private final DataSource app;
    private final EntryTable entries;
    private final LeafTable leaves;
    private static final int LEAVES = 8_192;

    private final WorldClock clock;
    private final TransactionTemplate reading;
    private volatile Optional<Rounds> rounds = Optional.empty();
    private volatile Supplier<List<VerifyingKey>> keys = List::of;
    private volatile Optional<Mailing> mailing = Optional.empty();

    public Journal(DataSource app, WorldClock clock) {
        this.app = app;
        this.entries = new EntryTable(app);
        this.leaves = new LeafTable(app);
        this.clock = clock;
        this.reading = Reading.within(app);
    }

    /** Returns the database of the transactions in which it appends. */
    public DataSource app() {
        return app;
    }

    /**
     * Records the drafts in their order, under ascending numbers and one moment; called after the
     * caller's last lock, in its transaction. Throws {@link IdTaken} where a concurrent transaction
     * took an id first: the caller rolls back and starts over.
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

    /** Returns the entries numbered within (after, end), the smallest first, at most so many. */
    public List<Entry> between(long after, long end, int limit) {
        return entries.between(after, end, limit);
    }

    /** Returns the entries numbered within [first, before), the greatest first. */
    public List<Entry> back(long before, long first, int limit) {
        return entries.back(before, first, limit);
    }

    /**
     * Returns a number from which on entries were recorded at or after the moment, give or take
     * what was recorded at once; empty where none was.
     */
    public Optional<Long> seqFrom(Instant moment) {
        return entries.seqFrom(moment);
    }

    /** Returns the entry that bears the id. */
    public Optional<Entry> find(UUID id) {
        return entries.find(id);
    }

    /** Returns how many entries are sealed, and how many are recorded but not sealed. */
    public SealedSize sealed() {
        return leaves.sealed();
    }

    /** Asks for the same together with other questions; the answer is one row. */
    public static Select<SealedSize> askSealed() {
        return LeafTable.askSealed();
    }

    /** Returns what was known at a sealed size; 0 is nothing. */
    public Knowledge knowledgeAt(long size) {
        requireSealed(size);
        return leaves.knowledge(size);
    }

    /** Returns what was known at the moment: at the last seal at or before it. */
    public Knowledge knowledgeAt(Instant moment) {
        return leaves.knowledge(
                leaves.checkpointAt(moment).map(Checkpoint::size).orElse(0L));
    }

    /** Returns the first checkpoint that covers so many leaves; empty until so many are sealed. */
    public Optional<Checkpoint> checkpointCovering(long size) {
        return leaves.checkpointCovering(size);
    }

    /** Returns the positions of those of the numbers that are sealed. */
    public Map<Long, Long> positions(Collection<Long> seqs) {
        return leaves.positions(seqs);
    }

    /**
     * Tells of the entries at positions [from, to), in order, as one stream; in the caller's
     * transaction if any.
     */
    public void eachSealed(long from, long to, Consumer<SealedEntry> reader) {
        reading.executeWithoutResult(status -> leaves.each(from, to, reader));
    }

    /** Returns what the reading gives that sees one moment throughout and changes nothing. */
    public <T> T atOneMoment(Supplier<T> reader) {
        return java.util.Objects.requireNonNull(Reading.of(app).execute(status -> reader.get()));
    }

    /** Tells of the leaf hashes at positions [from, to), in order. */
    public void eachLeaf(long from, long to, Consumer<byte[]> reader) {
        for (long at = from; at < to; at += LEAVES)
            leaves.nodes(0, at, Math.min(at + LEAVES, to)).forEach(reader);
    }

    /** Takes note of who proves on this node that the record holds. */
    public void provenBy(Rounds proving) {
        rounds = Optional.of(proving);
    }

    /** Returns how each invariant was last proven on this node; none where nobody proves them. */
    public List<Checked> checked() {
        return rounds.map(Rounds::checked).orElse(List.of());
    }

    /** Takes note of who mails checkpoints on this node. */
    public void mailedBy(Mailing sending) {
        mailing = Optional.of(sending);
    }

    /** Returns how the mailing of checkpoints stands; empty where they are not mailed. */
    public Optional<Mailed> mailed() {
        return mailing.map(Mailing::mailed);
    }

    /** Returns every checkpoint, the smallest first. */
    public List<Checkpoint> checkpoints() {
        return leaves.checkpoints();
    }

    /** Takes note of where the keys stand that signed it. */
    public void signedBy(Supplier<List<VerifyingKey>> keys) {
        this.keys = keys;
    }

    /** Returns the keys that signed it, the first before, each with its time. */
    public List<SealingTime> keys() {
        List<Checkpoint> handovers = handovers();
        return keys.get().stream()
                .map(key -> new SealingTime(
                        key,
                        by(handovers, handover -> handover.to().equals(key)),
                        by(handovers, handover -> handover.from().equals(key))))
                .toList();
    }

    private static Optional<Checkpoint> by(List<Checkpoint> handovers, Predicate<Handover> wanted) {
        return handovers.stream()
                .filter(one -> one.handover().filter(wanted).isPresent())
                .findFirst();
    }

    /** Returns the checkpoints by which one key handed the log over to the next, in order. */
    public List<Checkpoint> handovers() {
        return leaves.handovers();
    }

    /** Returns the proof that the entry with the id stands in the log; empty until sealed. */
    public Optional<EntryProof> prove(UUID id) {
        return leaves.sealed(id).map(entry -> {
            Checkpoint checkpoint =
                    leaves.checkpointCovering(entry.position() + 1).orElseThrow();
            List<byte[]> path = tree().inclusion(entry.position(), checkpoint.size());
            var proof = new InclusionProof(entry.position(), checkpoint.size(), path);
            return new EntryProof(entry.entry(), proof, checkpoint);
        });
    }

    /** Returns the proof that the log of the smaller sealed size begins that of the larger. */
    public ConsistencyProof proveConsistency(long smaller, long larger) {
        requireSealed(smaller);
        requireSealed(larger);
        if (smaller > larger) throw new IllegalArgumentException("the smaller size comes first");
        return new ConsistencyProof(smaller, larger, tree().consistency(smaller, larger));
    }

    /** Returns the root at a sealed size. */
    public byte[] rootAt(long size) {
        requireSealed(size);
        return tree().root(0, size);
    }

    private Tree tree() {
        return new Tree(leaves::nodes);
    }

    private void requireSealed(long size) {
        long sealed = leaves.size();
        if (size < 0 || size > sealed)
            throw new IllegalArgumentException(
                    "the log has " + sealed + " sealed entries, not " + size);
    }
}
