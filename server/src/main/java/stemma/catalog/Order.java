package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;

import java.time.LocalDate;

/** An order, which events name by its code: open while it is active, closed once retired. */
public sealed interface Order extends Master permits LinedOrder, WorkOrder {
    OrderCode code();

    /** Returns the day by which all of it is wanted, where one is set. */
    @Nullable
    LocalDate due();
}
