package stemma.documents.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.documents.DocumentEntries;
import stemma.documents.DocumentEntry;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.ledger.Appended;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.LotsTouched;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps the documents, in the append's transaction. */
public final class DocumentProjection implements Projection {
    private final JdbcClient database;
    private final Lots lots;

    public DocumentProjection(JdbcClient database, Lots lots) {
        this.database = database;
        this.lots = lots;
    }

    private record New(DocumentEntry entry, long seq) {}

    @Override
    public void project(Appended appended) {
        DocumentRows rows = new DocumentRows(database);
        List<New> fresh = new ArrayList<>();
        for (Recorded recorded : appended.events()) {
            var undone = recorded.undone();
            if (undone != null) {
                DocumentEntries.of(undone.effect())
                        .forEach(entry -> rows.end(entry, undone.seq(), recorded.seq()));
            }
            if (recorded.effect() != null) {
                DocumentEntries.of(recorded.effect())
                        .forEach(entry -> fresh.add(new New(entry, recorded.seq())));
            }
        }
        if (fresh.isEmpty() && rows.isEmpty()) return;
        Map<LotId, Lot> known = LotsTouched.by(appended, lots);
        fresh.forEach(one -> rows.add(one.entry(), one.seq(), items(one.entry(), known)));
        rows.write();
    }

    private static Set<String> items(DocumentEntry entry, Map<LotId, Lot> known) {
        Set<String> items = new TreeSet<>();
        for (ItemCode item : entry.items()) items.add(LotNumber.normal(item.code()));
        for (LotId id : entry.lots()) {
            Lot lot = known.get(id);
            if (lot != null) items.add(LotNumber.normal(lot.item().code()));
        }
        return items;
    }
}
