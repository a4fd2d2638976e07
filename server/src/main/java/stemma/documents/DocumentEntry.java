package stemma.documents;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.ledger.Event;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one event says of one document: its code, with whom or on which line it was done, for which
 * order, at which site, of which items (those born in it; of the lots named, the items are looked
 * up) and when.
 */
public record DocumentEntry(
        DocumentKind kind,
        Part part,
        String code,
        String with,
        @Nullable OrderCode order,
        String site,
        List<ItemCode> items,
        List<LotId> lots,
        Instant occurredFrom) {
    public DocumentEntry {
        items = List.copyOf(items);
        lots = List.copyOf(lots);
    }

    /** What an event is to a document. */
    public enum Part {
        /** It makes the document, or adds to it. */
        TELLS,
        /** It ends what the document began, such as an arrival; the document began before it. */
        FOLLOWS,
        /** It befell goods of the document and makes none, such as a loss. */
        BEFALLS
    }

    /** An entry that names nothing but the document yet. */
    static DocumentEntry of(DocumentKind kind, Part part, String code, String with, Event event) {
        return new DocumentEntry(
                kind,
                part,
                code,
                with,
                null,
                event.circumstances().site().code(),
                List.of(),
                List.of(),
                event.circumstances().occurredAt().from());
    }

    DocumentEntry on(@Nullable OrderCode asked) {
        return new DocumentEntry(kind, part, code, with, asked, site, items, lots, occurredFrom);
    }

    DocumentEntry bearing(Stream<ItemCode> born) {
        return new DocumentEntry(
                kind, part, code, with, order, site, born.distinct().toList(), lots, occurredFrom);
    }

    DocumentEntry naming(Stream<LotId> named) {
        return new DocumentEntry(
                kind, part, code, with, order, site, items, named.toList(), occurredFrom);
    }

    /**
     * Returns the document it is about. What befell goods under way names no partner, and is about
     * every document of that code.
     */
    public DocumentKey key() {
        String apart = kind == DocumentKind.RUN ? code : LotNumber.normal(with);
        return new DocumentKey(kind, LotNumber.normal(code), apart);
    }
}
