package stemma.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.TransactionException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rounds of one invariant, one after the other: where it is, and what was found. */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final Duration APART = Duration.ofMinutes(1);
    private static final int SHOWN = 20;

    private final Invariant invariant;
    private Instant begun = Instant.MIN;
    private Tally now = new Tally(Invariant.BEGINNING, 0, 0);
    private List<Finding> nowFound = new ArrayList<>();
    private Optional<Instant> ended = Optional.empty();
    private Tally last = now;
    private List<Finding> lastFound = List.of();

    /** Where a round is, at how much it has looked, and how much it has found. */
    record Tally(String after, long looked, long found) {}

    Round(Invariant invariant) {
        this.invariant = invariant;
    }

    String word() {
        return invariant.word();
    }

    /** Says whether there is anything to do: rounds begin no sooner than a minute after another. */
    boolean isDue(Instant moment) {
        return isUnderWay() || !moment.isBefore(begun.plus(APART));
    }

    boolean isUnderWay() {
        return !now.after().isEmpty();
    }

    /** Looks at the next slice. */
    void some(Instant moment) {
        if (now.after().isEmpty()) {
            begun = moment;
            now = new Tally(Invariant.BEGINNING, 0, 0);
            nowFound = new ArrayList<>();
        }
        Invariant.Slice slice = slice();
        now = new Tally(slice.upTo(), now.looked() + slice.looked(), now.found());
        if (slice.then() == Invariant.Then.MORE) return;
        ended = Optional.of(moment);
        last = now;
        lastFound = nowFound;
        now = new Tally(Invariant.BEGINNING, 0, 0);
        nowFound = new ArrayList<>();
    }

    /**
     * What cannot be looked at because somebody changed it past understanding is a finding; that
     * the database is away is none, and the slice is tried again.
     */
    private Invariant.Slice slice() {
        try {
            return invariant.look(now.after(), this::found);
        } catch (BadSqlGrammarException changed) {
            found(Finding.of("table_unreadable", String.valueOf(changed.getMostSpecificCause())));
            return Invariant.Slice.end(0);
        } catch (DataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException changed) {
            LOG.error("The record could not be understood", changed);
            found(Finding.of("record_unreadable", changed.toString()));
            return Invariant.Slice.end(0);
        }
    }

    private void found(Finding finding) {
        LOG.error(
                "The record does not hold: {}: {} at {}: {}",
                invariant.word(),
                finding.code(),
                finding.position(),
                finding.sentence());
        now = new Tally(now.after(), now.looked(), now.found() + 1);
        if (nowFound.size() < SHOWN) nowFound.add(finding);
    }

    Checked checked() {
        boolean isWorse = now.found() > 0;
        return new Checked(
                invariant.word(),
                invariant.sentence(),
                ended,
                last.looked(),
                isWorse ? now.found() : last.found(),
                isWorse ? nowFound : lastFound);
    }

    /** Writes where it is, in one line. */
    String line() {
        return String.join(
                "\t",
                invariant.word(),
                now.after().isEmpty() ? "-" : now.after(),
                Long.toString(now.looked()),
                Long.toString(now.found()),
                ended.map(Instant::toString).orElse("-"),
                Long.toString(last.looked()),
                Long.toString(last.found()));
    }

    /** Goes on where the line says. */
    void resume(String line) {
        String[] word = line.split("\t", -1);
        String after = word[1].equals("-") ? Invariant.BEGINNING : word[1];
        now = new Tally(after, Long.parseLong(word[2]), Long.parseLong(word[3]));
        ended = word[4].equals("-") ? Optional.empty() : Optional.of(Instant.parse(word[4]));
        last = new Tally(Invariant.BEGINNING, Long.parseLong(word[5]), Long.parseLong(word[6]));
    }
}
