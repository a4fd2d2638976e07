package stemma.inquiry;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.util.Set;

/** What one consignee has or will get of one item, and by which shipments. */
public record Reception(
        Consignee consignee,
        ItemCode item,
        String itemName,
        Quantity there,
        Quantity onTheRoad,
        Set<String> shipments) {
    public Reception {
        shipments = Set.copyOf(shipments);
    }
}
