package stemma.genealogy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.RunTable;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;
import stemma.journal.Journal;
import stemma.journal.SealedSize;
import stemma.ledger.Ledger;
import stemma.ledger.Recorded;
import stemma.ledger.Touches;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.trace.Reached;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** Says how far a forward question reaches, from the index: without a row read for any lot. */
public final class Extents {
    private static final int GAPS_AT_ONCE = 5_000;

    private final LiveIndex index;
    private final RunTable runs;
    private final Lots lots;
    private final Ledger ledger;
    private final Journal journal;
    private final Reviews reviews;

    public Extents(
            JdbcClient database, LiveIndex index, Lots lots, Ledger ledger, Journal journal) {
        this.index = index;
        this.runs = new RunTable(database);
        this.lots = lots;
        this.ledger = ledger;
        this.journal = journal;
        this.reviews = new Reviews(database, ledger, lots);
    }

    /** Returns the extent; nothing where the tables have to answer. */
    public Optional<Extent> of(Question question) {
        if (question.direction() != Direction.FORWARD || !question.asOf().isNow())
            return Optional.empty();
        SealedSize sealed = journal.sealed();
        List<Span> roots = roots(question);
        if (roots.isEmpty()) return Optional.empty();
        return index.told(
                roots,
                question.direction(),
                question.cause(),
                (reached, shipments) -> extent(question, sealed, roots, reached, shipments));
    }

    private List<Span> roots(Question question) {
        Map<LotId, Lot> found =
                lots.lots(question.roots().stream().map(Portion::first).toList());
        List<Span> spans = new ArrayList<>();
        for (Portion portion : question.roots()) {
            Lot lot = found.get(portion.first());
            if (lot != null)
                spans.add(new Span(lot.key(), portion.first().ordinal(), portion.last()));
        }
        return spans;
    }

    private Extent extent(
            Question question,
            SealedSize sealed,
            List<Span> roots,
            Reached reached,
            LongFunction<ShipmentCode> shipments) {
        List<Span> units = new ArrayList<>();
        reached.spans().forEach(s -> units.add(new Span(s.lot(), s.first(), s.last())));
        Steps steps = Steps.of(reached, runs);
        Set<Long> rootLots = new HashSet<>();
        roots.forEach(root -> rootLots.add(root.lot()));
        return new Extent(
                question,
                sealed,
                units,
                rootLots,
                steps.madeInto(),
                steps.sameMaterial(),
                steps.open(),
                Departures.of(reached, shipments),
                lotsIn(units),
                steps.runs(),
                gaps(question.asOf(), units),
                leftOut(reached));
    }

    /** Units stand by lot and ordinal. */
    private static int lotsIn(List<Span> units) {
        int lots = 0;
        for (int i = 0; i < units.size(); i++)
            if (i == 0 || units.get(i).lot() != units.get(i - 1).lot()) lots++;
        return lots;
    }

    private static List<LeftOut> leftOut(Reached reached) {
        int lots = (int) reached.onlyThroughPools().stream()
                .mapToLong(stemma.trace.Span::lot)
                .distinct()
                .count();
        return lots == 0 ? List.of() : List.of(LeftOut.pools(lots));
    }

    private List<Gap> gaps(AsOf asOf, List<Span> units) {
        List<Gap> gaps = new ArrayList<>(reviews(asOf, units));
        gaps.addAll(violations(units));
        return gaps;
    }

    /** What stands open is less than what a great recall reaches: then it is that which is read. */
    private List<Gap> reviews(AsOf asOf, List<Span> units) {
        if (units.size() <= GAPS_AT_ONCE)
            return reviews.onKeys(units.stream().map(Span::lot).distinct().toList(), asOf);
        return reviews.openOf(lot -> meets(units, lot, 0, Integer.MAX_VALUE));
    }

    /** Reports that break a rule are fewer than what a recall reaches: it is they that are read. */
    private List<Gap> violations(List<Span> reached) {
        List<Recorded> broken = new ArrayList<>();
        List<Recorded> page;
        int offset = 0;
        do {
            page = ledger.history().violating(offset, GAPS_AT_ONCE);
            offset += page.size();
            Set<LotId> touched = new HashSet<>();
            for (Recorded report : page)
                Touches.lots(report.event()).forEach(units -> touched.add(units.first()));
            Map<LotId, Lot> known = lots.lots(touched);
            for (Recorded report : page) {
                boolean isReached = Touches.lots(report.event()).stream()
                        .anyMatch(units -> meets(reached, known.get(units.first()), units));
                if (isReached) broken.add(report);
            }
        } while (page.size() == GAPS_AT_ONCE);
        List<Gap> gaps = new ArrayList<>();
        broken.reversed().forEach(report -> gaps.addAll(Gaps.of(report)));
        return gaps;
    }

    private static boolean meets(List<Span> reached, @Nullable Lot lot, Portion units) {
        return lot != null && meets(reached, lot.key(), units.first().ordinal(), units.last());
    }

    /** Says whether any of these units of the lot are among those reached. */
    private static boolean meets(List<Span> reached, long lot, int first, int last) {
        int at = Collections.binarySearch(reached, new Span(lot, last, Integer.MAX_VALUE));
        Span before = at >= 0 ? reached.get(at) : at < -1 ? reached.get(-at - 2) : null;
        return before != null && before.lot() == lot && before.last() >= first;
    }
}
