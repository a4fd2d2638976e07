package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.catalog.WorkOrder;
import stemma.quantity.Quantity;

import java.time.LocalDate;
import java.util.List;

/**
 * An open work order in the list of work: how much of it is made (absent: cannot be measured), and
 * what is missing for the rest, in words; nothing is missing of an order that can go on.
 */
public record PlannedOrder(
        WorkOrder order, @Nullable Quantity made, int percent, List<String> missing) {
    public PlannedOrder {
        missing = List.copyOf(missing);
    }

    public boolean isBlocked() {
        return !missing.isEmpty();
    }

    public boolean isOverdue(LocalDate today) {
        return order.due() != null && order.due().isBefore(today);
    }
}
