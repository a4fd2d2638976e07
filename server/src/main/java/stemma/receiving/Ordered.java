package stemma.receiving;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;

/** An item of an order, both in normal form: what deliveries are added up by. */
public record Ordered(String order, String item) {
    public static Ordered of(OrderCode order, ItemCode item) {
        return new Ordered(LotNumber.normal(order.code()), LotNumber.normal(item.code()));
    }
}
