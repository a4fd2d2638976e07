package stemma.receiving;

import stemma.documents.DocumentKind;
import stemma.identifiers.EventId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Entered;
import stemma.stock.Handled;

import java.time.Instant;
import java.util.List;

/**
 * A document of receiving: what came in or went back under it, with the lots as they are now, and
 * every event that was entered, corrected ones too. Without a line that stands it is void.
 */
public record Receipt(
        Kind kind,
        String code,
        String supplier,
        String supplierName,
        List<OrderCode> orders,
        SiteCode site,
        Instant at,
        List<Handled> lines,
        List<Entered> entries) {
    public Receipt {
        orders = List.copyOf(orders);
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
    }

    /** What kind of document it is. */
    public enum Kind {
        /** Goods came in from a supplier. */
        RECEIPT("Receipt"),
        /** Stock from before records was entered; the event's id is its code. */
        OPENING("Opening stock"),
        /** Goods went back to a supplier. */
        RETURN("Return to supplier");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        static Kind of(DocumentKind kind) {
            return switch (kind) {
                case OPENING -> OPENING;
                case RETURN_TO_SUPPLIER -> RETURN;
                case RECEIPT, RUN, SHIPMENT, RETURN -> RECEIPT;
            };
        }
    }

    /** Returns the papers and photos that what stands of it names, each once. */
    public List<SupplierDocument> documents() {
        return entries.stream()
                .filter(Entered::stands)
                .flatMap(entry -> entry.recorded().event().circumstances().resources().stream())
                .flatMap(use -> SupplierDocument.of(use).stream())
                .distinct()
                .toList();
    }

    /** Returns the events that brought lots, whose labels can be printed. */
    public List<EventId> births() {
        return kind == Kind.RETURN
                ? List.of()
                : entries.stream()
                        .filter(Entered::stands)
                        .map(entry -> entry.recorded().event().id())
                        .toList();
    }

    public boolean isVoid() {
        return lines.isEmpty();
    }

    /** Says whether a correction has ended anything that was entered. */
    public boolean isCorrected() {
        return entries.stream().anyMatch(entry -> !entry.stands());
    }
}
