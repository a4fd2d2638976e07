package stemma.shipping;

import stemma.identifiers.OrderCode;

import java.util.List;

/** A sales order as far as it shows in the record: the shipments for it. */
public record SalesOrder(OrderCode code, List<Consignment> shipments) {
    public SalesOrder {
        shipments = List.copyOf(shipments);
    }
}
