package stemma.inquiry;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.util.List;

/**
 * What one consignee has or will get of one item, and by which shipments: each once, in no order.
 */
public record Reception(
        Consignee consignee,
        ItemCode item,
        String itemName,
        Quantity there,
        Quantity onTheRoad,
        List<String> shipments) {

    /** Returns the same in order, no more than so many. */
    public List<String> firstShipments(int most) {
        return shipments.stream().sorted().limit(most).toList();
    }
}
