package stemma.inquiry;

import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.quantity.Quantity;
import stemma.stock.Purpose;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The work that a hold would stop: orders for which goods that it reaches are kept or in hand, and
 * runs that took some of them and have yielded nothing yet.
 */
public record Stopped(List<ForOrder> orders, List<RunId> runs) {
    public Stopped {
        orders = List.copyOf(orders);
        runs = List.copyOf(runs);
    }

    /**
     * What is kept for an order, one amount for each item: how much of it somebody has in hand, for
     * whom it is (a customer, or the item to be made), and by when.
     */
    public record ForOrder(
            OrderCode order,
            Purpose purpose,
            String what,
            Optional<LocalDate> due,
            List<Kept> kept) {
        public ForOrder {
            kept = List.copyOf(kept);
        }

        /** Returns the address of the order's page. */
        public String address() {
            String path = purpose == Purpose.SHIP ? "/sales-orders" : "/work-orders";
            return Subject.page(path, order.code());
        }
    }

    /** So much of an item is kept, and so much of that is in hand; from so many lots. */
    public record Kept(String item, Quantity quantity, Quantity inHand, int lots) {}

    /** Says whether nothing but lots would stop. */
    public boolean isNone() {
        return orders.isEmpty() && runs.isEmpty();
    }
}
