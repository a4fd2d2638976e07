package stemma.exchange;

import org.jspecify.annotations.Nullable;

import stemma.documents.DocumentEntry;
import stemma.documents.DocumentKey;
import stemma.documents.DocumentKind;
import stemma.documents.DocumentPage;
import stemma.documents.DocumentQuery;
import stemma.documents.DocumentRow;
import stemma.documents.Documents;
import stemma.identifiers.LotId;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Ledger;
import stemma.ledger.Line;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the documents that stand as rows of the files that {@link DocumentFiles} takes, with the
 * lots as they are called now. What a row cannot say is counted: units with serial numbers, the
 * pools of untracked items, and what was consumed or shipped without its lot.
 */
public final class DocumentExport {
    private static final int AT_ONCE = 500;
    private final Documents documents;
    private final Ledger ledger;
    private final Lots lots;

    public DocumentExport(Documents documents, Ledger ledger, Lots lots) {
        this.documents = documents;
        this.ledger = ledger;
        this.lots = lots;
    }

    /** The rows beneath the columns of the kind, and how many lines no row could say. */
    public record Exported(List<List<String>> rows, int leftOut) {
        public Exported {
            rows = List.copyOf(rows);
        }
    }

    /** Returns all that stands of the kind: by moment, document and line, always in one order. */
    public Exported of(DocumentSheet sheet) {
        ExportRows rows = new ExportRows();
        int leftOut = 0;
        DocumentQuery.Mark before = null;
        do {
            DocumentPage<DocumentKey> page = documents.page(
                    kinds(sheet), new DocumentQuery("", "", "", "", null, null, before, AT_ONCE));
            leftOut += add(events(page.rows()), rows);
            before = page.next();
        } while (before != null);
        return new Exported(rows.of(sheet), leftOut);
    }

    private static Set<DocumentKind> kinds(DocumentSheet sheet) {
        return switch (sheet) {
            case OPENING_STOCK -> Set.of(DocumentKind.OPENING);
            case RECEIPTS -> Set.of(DocumentKind.RECEIPT);
            case RUNS -> Set.of(DocumentKind.RUN);
            case SHIPMENTS -> Set.of(DocumentKind.SHIPMENT);
            case DOCUMENTS ->
                Set.of(
                        DocumentKind.OPENING,
                        DocumentKind.RECEIPT,
                        DocumentKind.RUN,
                        DocumentKind.SHIPMENT);
        };
    }

    private List<Event> events(Collection<DocumentKey> keys) {
        List<Long> seqs = documents.standing(keys).stream()
                .filter(row -> row.part() == DocumentEntry.Part.TELLS && !row.isEnded())
                .map(DocumentRow::seq)
                .distinct()
                .toList();
        List<Event> events = new ArrayList<>();
        for (Recorded recorded : ledger.events(seqs)) {
            Event effect = recorded.effect();
            if (effect != null) events.add(effect);
        }
        return events;
    }

    private int add(List<Event> events, ExportRows rows) {
        Set<LotId> named = new HashSet<>();
        for (Event event : events) {
            Facts.births(event).forEach(b -> named.add(b.of(event.id()).first()));
            lines(event).forEach(line -> named.add(line.lot().first()));
        }
        Map<LotId, Lot> known = lots.lots(named);
        int leftOut = 0;
        for (Event event : events) {
            for (var birth : Facts.births(event)) {
                Lot lot = sayable(known.get(birth.of(event.id()).first()));
                if (lot == null) leftOut++;
                else rows.birth(event, birth, lot);
            }
            for (Line line : lines(event)) {
                Lot lot = sayable(known.get(line.lot().first()));
                if (lot == null) leftOut++;
                else rows.line(event, line, lot);
            }
        }
        return leftOut;
    }

    /** Returns the lot if a row can name it: by its number, and not by units or a pool. */
    private static @Nullable Lot sayable(@Nullable Lot lot) {
        return lot == null || lot.isSerial() || lot.isPool() ? null : lot;
    }

    private static List<Line> lines(Event event) {
        return switch (event) {
            case Event.Consumed consumed ->
                consumed.inputs().stream().map(input -> input.line()).toList();
            case Event.Shipped shipped -> shipped.lines();
            default -> List.of();
        };
    }
}
