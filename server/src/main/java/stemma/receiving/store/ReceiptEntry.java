package stemma.receiving.store;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.ledger.Birth;
import stemma.ledger.Event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an event says of a document of receiving. Opening stock has no document; the id of its event
 * stands for the code, and no supplier for the supplier.
 */
public record ReceiptEntry(
        String kind,
        String code,
        String supplier,
        @Nullable String order,
        String site,
        List<ItemCode> items,
        List<LotId> lots,
        Instant occurredFrom) {

    /** Returns what the event says, none where it is no business of receiving. */
    public static List<ReceiptEntry> of(Event event) {
        if (event instanceof Event.Received e) {
            return List.of(born("receipt", e.receipt().code(), e.supplier().code(), e, e.lots())
                    .on(e.order()));
        }
        if (event instanceof Event.Opened e) {
            return List.of(born("opening", e.id().toString(), "", e, e.lots()));
        }
        if (event instanceof Event.ReturnedToSupplier e) {
            List<LotId> lots = e.lines().stream().map(l -> l.lot().first()).toList();
            return List.of(new ReceiptEntry(
                    "return",
                    e.document().code(),
                    e.supplier().code(),
                    null,
                    e.circumstances().site().code(),
                    List.of(),
                    lots,
                    e.circumstances().occurredAt().from()));
        }
        return List.of();
    }

    private static ReceiptEntry born(
            String kind, String code, String supplier, Event event, List<Birth> births) {
        return new ReceiptEntry(
                kind,
                code,
                supplier,
                null,
                event.circumstances().site().code(),
                births.stream().map(b -> b.passport().item()).distinct().toList(),
                List.of(),
                event.circumstances().occurredAt().from());
    }

    private ReceiptEntry on(@Nullable OrderCode asked) {
        return new ReceiptEntry(
                kind,
                code,
                supplier,
                asked == null ? null : asked.code(),
                site,
                items,
                lots,
                occurredFrom);
    }

    /** Returns the document whose row in the lists this concerns. */
    public Optional<ReceiptKey> key() {
        return Optional.of(
                new ReceiptKey(kind, LotNumber.normal(code), LotNumber.normal(supplier)));
    }
}
