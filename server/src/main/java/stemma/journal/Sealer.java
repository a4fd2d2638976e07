package stemma.journal;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.journal.store.NewNodes;
import stemma.journal.store.SealTable;
import stemma.journal.store.SealerState;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * Gives each recorded entry its position and the whole log a signed checkpoint. One works at a
 * time, whoever calls; the server calls it every second, a scenario after each step.
 */
public final class Sealer {
    private static final int GATHERED = 10_000;

    private final SealTable table;
    private final WorldClock clock;
    private final SealingKey key;
    private final Optional<Copies> copies;
    private final TransactionTemplate pass;
    private volatile boolean hasSigned;

    public Sealer(DataSource sealer, WorldClock clock, SealingKey key, Optional<Copies> copies) {
        this.table = new SealTable(sealer);
        this.clock = clock;
        this.key = key;
        this.copies = copies;
        this.pass = new TransactionTemplate(new DataSourceTransactionManager(sealer));
        this.pass.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.pass.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Returns the public half of the key that signs. */
    public VerifyingKey verifying() {
        return key.verifying();
    }

    /**
     * Seals every entry that is committed by now, by number. Returns the new checkpoint, or empty
     * where nothing was to seal. A transaction still open holds up nothing but its own entries.
     */
    public Optional<Checkpoint> seal() {
        return sealed(key::sign);
    }

    /**
     * Seals what is committed by now with a checkpoint by which the key hands the log over to the
     * next: both sign it, and this sealer signs nothing after it. Throws where nothing is to seal.
     */
    public Checkpoint handOver(SealingKey next) {
        return sealed((size, root, at) -> key.handOver(next, size, root, at))
                .orElseThrow(() -> new IllegalStateException("nothing is to seal"));
    }

    private Optional<Checkpoint> sealed(Signing signing) {
        table.makeRoom();
        Optional<Checkpoint> made = pass.execute(status -> sealVisible(signing));
        if (made.isPresent()) hasSigned = true;
        copies.ifPresent(folder -> table.last().ifPresent(folder::keep));
        return made;
    }

    /**
     * Returns the last checkpoint where its key is another and did not hand the log over to ours.
     */
    public Optional<Checkpoint> sealedByAnother() {
        return table.last().filter(last -> !goesOn(last));
    }

    /** Returns whether our key has handed the log over to another. */
    public boolean hasHandedOver() {
        return table.handovers().stream()
                .flatMap(one -> one.handover().stream())
                .anyMatch(handover -> handover.from().equals(verifying()));
    }

    private boolean goesOn(Checkpoint last) {
        return last.handover()
                .map(handover -> handover.to().equals(verifying()))
                .orElseGet(() -> verifying().signed(last.note()));
    }

    /** How a pass signs what it sealed. */
    private interface Signing {
        Checkpoint sign(long size, byte[] root, Instant at);
    }

    private Optional<Checkpoint> sealVisible(Signing signing) {
        table.alone();
        SealerState state = table.state();
        Optional<Checkpoint> last = table.last();
        Frontier frontier = Frontier.of(state.size(), state.frontier());
        requireContinuation(frontier, last);
        Gaps gaps = new Gaps(table.gaps(), state.lastSeq());
        addLeaves(state, frontier, gaps);
        gaps.forget(state.oldestRunning());
        if (gaps.changed()) table.keepGaps(gaps.open(table.me()));
        if (frontier.size() == state.size() && !state.isStale()) return Optional.empty();
        table.keepState(state.now(), frontier.size(), gaps.lastSeq(), frontier.bytes());
        if (frontier.size() == state.size()) return Optional.empty();
        requireOurs(last);
        Instant at = notBefore(last.map(Checkpoint::at).orElse(Instant.EPOCH));
        Checkpoint checkpoint = signing.sign(frontier.size(), frontier.root(), at);
        table.add(checkpoint, gaps.lastSeq());
        return Optional.of(checkpoint);
    }

    private void addLeaves(SealerState state, Frontier frontier, Gaps gaps) {
        NewNodes nodes = new NewNodes();
        table.eachUnsealed(state.snapshot(), (seq, leaf) -> {
            nodes.leaf(frontier.size(), seq, leaf, gaps.take(seq));
            frontier.add(leaf, nodes::tile);
            if (frontier.size() % GATHERED == 0) table.send(nodes);
        });
        table.send(nodes);
    }

    /** A clock set back never makes a later checkpoint look like the earlier one. */
    private Instant notBefore(Instant last) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(last) ? last : now;
    }

    /** Neither a key that handed the log over seals any more, nor one that another followed. */
    private void requireOurs(Optional<Checkpoint> last) {
        if (last.filter(one -> !goesOn(one)).isEmpty()) return;
        if (hasSigned || hasHandedOver())
            throw new IllegalStateException(
                    "another key seals this log now: start the server anew with that key");
    }

    private static void requireContinuation(Frontier frontier, Optional<Checkpoint> last) {
        long size = last.map(Checkpoint::size).orElse(0L);
        byte[] root = last.map(Checkpoint::root).orElseGet(Merkle::empty);
        if (size == frontier.size() && Arrays.equals(root, frontier.root())) return;
        throw new IllegalStateException("the sealer's tree of " + frontier.size()
                + " entries does not continue the last checkpoint, of " + size
                + ": the journal was changed by hand");
    }
}
