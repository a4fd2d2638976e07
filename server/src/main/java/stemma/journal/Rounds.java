package stemma.journal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stemma.journal.store.InspectTable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * The inspection of the log that never ends: some entries at a time, round after round, while
 * recording goes on. What it finds is told to the log of the program, and how the last round ended
 * to the front page.
 */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int AT_ONCE = 2_000;
    private static final Duration APART = Duration.ofMinutes(1);

    private final Journal journal;
    private final WorldClock clock;
    private final Supplier<Collection<VerifyingKey>> keys;
    private final Supplier<Collection<String>> held;
    private final InspectTable table;
    private @Nullable InspectionRound round;
    private Instant begun = Instant.MIN;

    /**
     * @param keys all that ever signed this log
     * @param held checkpoints that are kept outside the database
     */
    public Rounds(
            Journal journal,
            WorldClock clock,
            Supplier<Collection<VerifyingKey>> keys,
            Supplier<Collection<String>> held) {
        this.journal = journal;
        this.clock = clock;
        this.keys = keys;
        this.held = held;
        this.table = new InspectTable(journal.app());
    }

    /**
     * Looks at the next two thousand entries; at the end of the log the round ends, and the next
     * begins no sooner than a minute after it did.
     */
    public synchronized void step() {
        InspectionRound underWay = round;
        if (underWay == null) {
            Instant now = clock.now();
            if (now.isBefore(begun.plus(APART))) return;
            begun = now;
            Collection<String> notes = held.get();
            underWay = new InspectionRound(table, keys.get(), Rounds::tell);
            underWay.begin(notes);
            round = underWay;
        }
        if (underWay.some(AT_ONCE)) return;
        Inspected inspected = underWay.end();
        round = null;
        journal.checked(new Checked(clock.now(), inspected.size(), inspected.findings()));
    }

    private static void tell(Finding finding) {
        LOG.error(
                "The record is not as it was sealed: {} at {}: {}",
                finding.code(),
                finding.position(),
                finding.sentence());
    }
}
