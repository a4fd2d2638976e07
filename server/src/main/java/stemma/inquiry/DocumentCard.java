package stemma.inquiry;

import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A document of the trade found by its number: what kinds of document bear it, the lots that went
 * in and came out under it, its shipments, and the events that say so.
 */
public record DocumentCard(
        String code,
        List<String> kinds,
        Optional<Instant> at,
        List<Entry> in,
        List<Entry> out,
        List<Road> roads,
        List<Past> events) {
    public DocumentCard {
        kinds = List.copyOf(kinds);
        in = List.copyOf(in);
        out = List.copyOf(out);
        roads = List.copyOf(roads);
        events = List.copyOf(events);
    }

    /** An amount of a lot under a document, and its place at the other end in words. */
    public record Entry(LotLine lot, Quantity quantity, String place) {}
}
