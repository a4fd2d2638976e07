package stemma.shipping;

import stemma.identifiers.OrderCode;

import java.util.List;

/** A sales order as far as it shows in the record: the shipments for it. */
public record SalesOrderProgress(OrderCode code, List<Consignment> shipments) {
    public SalesOrderProgress {
        shipments = List.copyOf(shipments);
    }
}
