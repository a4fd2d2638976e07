package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.ReviewTable;
import stemma.ledger.Event;
import stemma.ledger.Ledger;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Which lots later facts call in question, until quality has looked at them: told as gaps of the
 * record.
 */
public final class Reviews {
    private final ReviewTable table;
    private final Ledger ledger;
    private final Lots lots;

    public Reviews(JdbcClient database, Ledger ledger, Lots lots) {
        this.table = new ReviewTable(database);
        this.ledger = ledger;
        this.lots = lots;
    }

    /** Returns a page of the reviews that stand open, the youngest first. */
    public List<Gap> open(int offset, int limit) {
        return gaps(table.open(offset, limit));
    }

    /** Returns the reviews of these lots that stood open by what was known. */
    public List<Gap> on(Collection<Lot> reviewed, AsOf asOf) {
        return gaps(table.on(reviewed.stream().map(Lot::key).toList(), asOf.lastSeq()));
    }

    List<ReviewTable.Open> rows(Collection<Long> reviewed, AsOf asOf) {
        return table.on(reviewed, asOf.lastSeq());
    }

    /** Returns those of the reviews that are of these lots. */
    List<Gap> on(Collection<Lot> reviewed, List<ReviewTable.Open> open) {
        if (open.isEmpty()) return List.of();
        Set<Long> keys = new HashSet<>();
        reviewed.forEach(lot -> keys.add(lot.key()));
        return gaps(open.stream().filter(row -> keys.contains(row.lot().lot())).toList());
    }

    /** Returns the same of lots by their inner keys. */
    List<Gap> onKeys(Collection<Long> reviewed, AsOf asOf) {
        return gaps(table.on(reviewed, asOf.lastSeq()));
    }

    /** Returns the questions that stand about lots with such inner keys, the youngest first. */
    List<Gap> openOf(LongPredicate isAsked) {
        List<ReviewTable.Open> asked = new ArrayList<>();
        table.eachOpen(one -> {
            if (isAsked.test(one.lot().lot())) asked.add(one);
        });
        return gaps(asked);
    }

    private static String words(String code) {
        return code.startsWith(ReviewTable.PARENT)
                ? "its parent was " + code.substring(ReviewTable.PARENT.length())
                        + " after the split."
                : code.replace('_', ' ') + ".";
    }

    /** Returns what stands open because of these events, by their seqs. */
    public List<Gap> raisedBy(Collection<Long> seqs) {
        return gaps(table.raisedBy(seqs));
    }

    private List<Gap> gaps(List<ReviewTable.Open> rows) {
        Set<Long> keys = new HashSet<>();
        Set<Long> causes = new HashSet<>();
        rows.forEach(row -> {
            keys.add(row.lot().lot());
            causes.add(row.cause());
        });
        Map<Long, Lot> known = lots.byKey(keys);
        Map<Long, Recorded> events = new HashMap<>();
        ledger.events(causes).forEach(event -> events.put(event.seq(), event));
        List<Gap> gaps = new ArrayList<>();
        for (ReviewTable.Open row : rows) {
            Lot lot = known.get(row.lot().lot());
            Recorded cause = events.get(row.cause());
            if (lot == null || cause == null) continue;
            gaps.add(new Gap(
                    row.code(),
                    cause.event().id(),
                    row.cause(),
                    cause.event().circumstances().occurredAt().from(),
                    List.of(Assembly.portion(lot, row.lot())),
                    cause.effect() instanceof Event.Judged judged ? judged.lots() : List.of(),
                    "Lot " + lot.number() + " is to be looked at again: " + words(row.code())));
        }
        return gaps;
    }
}
