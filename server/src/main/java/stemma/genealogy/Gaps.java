package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.GapTable;
import stemma.ledger.Event;
import stemma.ledger.Ledger;
import stemma.ledger.Recorded;
import stemma.ledger.Touches;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is wrong or missing in the record and stands uncorrected, the youngest first, page by page.
 */
public final class Gaps {
    private final GapTable table;
    private final Ledger ledger;
    private final Lots lots;

    public Gaps(JdbcClient database, Ledger ledger, Lots lots) {
        this.table = new GapTable(database);
        this.ledger = ledger;
        this.lots = lots;
    }

    /**
     * Returns the rules that reports broke; {@code limit} counts reports, of which each may break
     * several.
     */
    public List<Gap> broken(int offset, int limit) {
        List<Gap> gaps = new ArrayList<>();
        ledger.history().violating(offset, limit).forEach(report -> gaps.addAll(of(report)));
        return gaps;
    }

    /** Returns one gap for each rule that a report broke. */
    static List<Gap> of(Recorded report) {
        Event event = report.event();
        List<Gap> gaps = new ArrayList<>();
        for (Violation violation : event.circumstances().violations()) {
            gaps.add(new Gap(
                    violation.code(),
                    event.id(),
                    report.seq(),
                    event.circumstances().occurredAt().from(),
                    violation.lot() == null ? Touches.lots(event) : List.of(violation.lot()),
                    violation.sentence()));
        }
        return gaps;
    }

    /** Returns what came out of runs and vessels into which nothing is known to have gone. */
    public List<Gap> unfounded(int offset, int limit) {
        List<GapTable.Unfounded> rows = table.unfounded(offset, limit);
        Set<Long> keys = new HashSet<>();
        Set<Long> seqs = new HashSet<>();
        rows.forEach(row -> {
            keys.add(row.lot().lot());
            seqs.add(row.seq());
        });
        Map<Long, Lot> known = lots.byKey(keys);
        Map<Long, Recorded> events = new HashMap<>();
        ledger.events(seqs).forEach(event -> events.put(event.seq(), event));
        List<Gap> gaps = new ArrayList<>();
        for (GapTable.Unfounded row : rows) {
            Lot lot = Objects.requireNonNull(known.get(row.lot().lot()));
            Recorded event = Objects.requireNonNull(events.get(row.seq()));
            gaps.add(new Gap(
                    row.code(),
                    event.event().id(),
                    row.seq(),
                    event.event().circumstances().occurredAt().from(),
                    List.of(Assembly.portion(lot, row.lot())),
                    "Lot " + lot.number() + " came out of " + row.making()
                            + ", and nothing is recorded to have gone into it."));
        }
        return gaps;
    }
}
