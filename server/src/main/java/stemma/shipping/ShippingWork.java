package stemma.shipping;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * The work list of shipping on a day: trucks to be stopped, and a page of orders with what blocks
 * each.
 */
public record ShippingWork(
        ShippingQuery query,
        LocalDate today,
        List<Consignment> stop,
        List<Row> rows,
        int total,
        List<Count> counts,
        int onTheRoad) {
    public ShippingWork {
        stop = List.copyOf(stop);
        rows = List.copyOf(rows);
        counts = List.copyOf(counts);
    }

    /** An order, and in words what of it cannot be served. */
    public record Row(Fulfilment order, List<String> blocked) {
        public Row {
            blocked = List.copyOf(blocked);
        }

        public boolean isBlocked() {
            return !blocked.isEmpty();
        }

        public boolean isDue(LocalDate today) {
            @Nullable LocalDate due = order.due();
            return due != null && !due.isAfter(today);
        }

        public boolean isLate(LocalDate today) {
            @Nullable LocalDate due = order.due();
            return due != null && due.isBefore(today);
        }

        public String due() {
            @Nullable LocalDate due = order.due();
            return due == null ? "" : due.toString();
        }
    }

    /** How many orders are so. */
    public record Count(ShippingQuery.Show show, int orders) {}

    public boolean hasMore() {
        return query.offset() + rows.size() < total;
    }
}
