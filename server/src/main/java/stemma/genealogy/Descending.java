package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.LinksInTables;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.journal.Entry;
import stemma.journal.Journal;
import stemma.ledger.Decisions;
import stemma.ledger.Descent;
import stemma.ledger.Passport;
import stemma.ledger.Reach;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which intents took what was made of the lots that a hold names, by what had been linked before.
 * An entry that makes a link shares no lock with one that takes what lies far below it, so that a
 * link counts only where it was recorded a while before, or together with the intent.
 */
final class Descending {
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final int PAGE = 500;
    private static final int PAGES = 20;

    private final JdbcClient database;
    private final Journal journal;
    private final Decisions decisions;
    private final Lots lots;
    private final Below below;

    Descending(JdbcClient database, Journal journal, Decisions decisions, Lots lots, Kin kin) {
        this.database = database;
        this.journal = journal;
        this.decisions = decisions;
        this.lots = lots;
        this.below = new Below(kin, () -> journal.sealed().size());
    }

    /** A round begins: what was kept for the one before is searched anew. */
    void begin() {
        below.forget();
    }

    /** Returns those of the intents; {@code known} are the lots they take. */
    List<Taking> reached(InForce hold, Collection<Taking> takings, Map<LotId, Lot> known) {
        if (hold.held().descent() != Descent.WITH_DESCENDANTS) return List.of();
        List<Taking> later =
                takings.stream().filter(taking -> hold.at(taking.seq())).toList();
        List<Portion> roots = later.isEmpty() ? List.of() : roots(hold.held().reach());
        if (roots.isEmpty()) return List.of();
        Map<LotId, Lot> ofRoots =
                lots.lotsEvenVoided(roots.stream().map(Portion::first).toList());
        List<Span> from = roots.stream().map(root -> span(root, ofRoots)).toList();
        Decided decided = new Decided(decisions.of(roots));
        List<Taking> reached = new ArrayList<>();
        for (Taking taking : later) {
            Span taken = span(taking.lot(), known);
            if (!below.reaches(hold, from, taken, taking.position())) continue;
            List<Span> named = roots.stream()
                    .filter(root -> isNamed(hold, root, decided, taking.seq()))
                    .map(root -> span(root, ofRoots))
                    .toList();
            if (isMadeOf(taken, named, taking)) reached.add(taking);
        }
        return reached;
    }

    private List<Portion> roots(Reach reach) {
        return switch (reach) {
            case Reach.Sublot(var lot) ->
                lots.lotsEvenVoided(List.of(lot.first())).isEmpty() ? List.of() : List.of(lot);
            case Reach.Family(var item, var number) ->
                lots.family(item, number).stream().map(Lot::span).toList();
            case Reach.Content _, Reach.Standing _, Reach.Yield _, Reach.Touched _ -> List.of();
        };
    }

    private static boolean isNamed(InForce hold, Portion root, Decided decided, long seq) {
        List<Passport> passports = decided.passports(root, seq);
        return !passports.isEmpty() && hold.names(root, passports);
    }

    private boolean isMadeOf(Span taken, List<Span> named, Taking taking) {
        if (named.isEmpty() || named.stream().anyMatch(taken::overlaps)) return false;
        Search search = Search.of(new LinksInTables(database, certain(taking)), Direction.BACKWARD);
        return search.from(List.of(taken), Cause.LOCAL).pieces().stream()
                .anyMatch(piece -> named.stream().anyMatch(piece.span()::overlaps));
    }

    /** Returns the entries that whoever judged the intent certainly saw. */
    private AsOf certain(Taking taking) {
        Instant since = taking.recordedAt().minus(A_WHILE);
        List<Long> doubtful = new ArrayList<>();
        long before = taking.seq();
        for (int page = 0; page < PAGES; page++) {
            List<Entry> earlier = journal.back(before, 0, PAGE);
            for (Entry entry : earlier) {
                if (entry.recordedAt().isBefore(since)) return knowing(taking.seq(), doubtful);
                if (entry.recordedAt().isBefore(taking.recordedAt())) doubtful.add(entry.seq());
            }
            if (earlier.size() < PAGE) return knowing(taking.seq(), doubtful);
            before = earlier.getLast().seq();
        }
        return new AsOf(before - 1, List.of());
    }

    private static AsOf knowing(long seq, List<Long> doubtful) {
        return new AsOf(seq - 1, doubtful);
    }

    private static Span span(Portion lot, Map<LotId, Lot> known) {
        Lot of = Objects.requireNonNull(known.get(lot.first()), "a lot that is there");
        return new Span(of.key(), lot.first().ordinal(), lot.last());
    }
}
