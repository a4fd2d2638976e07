package stemma.quality;

import java.time.Instant;
import java.util.List;

/**
 * A page of inspections, how many there are in all, and how many are open, overdue and due within a
 * day at the same sites, as of a moment.
 */
public record InspectionList(
        InspectionQuery query,
        List<InspectionCard> cards,
        int total,
        int open,
        int overdue,
        int soon,
        Instant at) {
    public InspectionList {
        cards = List.copyOf(cards);
    }

    public boolean hasMore() {
        return (long) query.offset() + cards.size() < total;
    }
}
