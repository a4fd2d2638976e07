package stemma.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The proving that never ends: of each invariant a slice at a time, round after round, while
 * recording goes on. It takes a tenth of one core at most. Where each round is stands in a file
 * outside the database, so that a server which is often started anew still comes to the end.
 */
public final class Rounds {
    private static final Duration SHARE = Duration.ofMillis(100);
    private static final int KEPT_EACH = 10;

    private final WorldClock clock;
    private final List<Round> rounds;
    private final Optional<Path> file;
    private final Duration share;
    private int first;
    private int steps;
    private long spare;

    /** @param file where it is kept how far they are, if anywhere */
    public Rounds(WorldClock clock, List<Invariant> invariants, Optional<Path> file) {
        this(clock, invariants, file, SHARE);
    }

    /** Takes another share of each second. */
    Rounds(WorldClock clock, List<Invariant> invariants, Optional<Path> file, Duration share) {
        this.clock = clock;
        this.rounds = invariants.stream().map(Round::new).toList();
        this.file = file;
        this.share = share;
        file.filter(Files::exists).ifPresent(this::resume);
    }

    /**
     * Called once a second: looks at one slice of each invariant that is due, in turn, until the
     * share of time is used up; what a slice took longer is saved at the next calls.
     */
    public synchronized void step() {
        spare = Math.min(spare, 0) + share.toNanos();
        for (int done = 0; done < rounds.size() && spare > 0; done++) {
            Round round = rounds.get(first);
            first = (first + 1) % rounds.size();
            if (!round.isDue(clock.now())) continue;
            long begun = System.nanoTime();
            round.some(clock.now());
            spare -= System.nanoTime() - begun;
        }
        if (++steps % KEPT_EACH == 0) keep();
    }

    /** Ends the rounds under way and looks at all there is once more, however long it takes. */
    public synchronized void whole() {
        for (Round round : rounds) {
            if (round.isUnderWay()) end(round);
            end(round);
        }
        keep();
    }

    private void end(Round round) {
        do round.some(clock.now());
        while (round.isUnderWay());
    }

    /** Returns how each invariant was last proven. */
    public synchronized List<Checked> checked() {
        return rounds.stream().map(Round::checked).toList();
    }

    /** Writes how far they are, where that is kept. */
    public synchronized void keep() {
        if (file.isEmpty()) return;
        StringBuilder lines = new StringBuilder();
        for (Round round : rounds) lines.append(round.line()).append('\n');
        Copies.replace(file.get(), lines.toString());
    }

    private void resume(Path kept) {
        try {
            for (String line : Files.readAllLines(kept)) {
                for (Round round : rounds) {
                    if (line.startsWith(round.word() + "\t")) round.resume(line);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(kept.getFileName() + " not read", failure);
        }
    }
}
