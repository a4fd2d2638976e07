package stemma.shipping;

import stemma.quantity.Quantity;
import stemma.stock.LotNow;

/**
 * What of one lot went under a shipment: how much was sent, how much of it arrived at the
 * consignee, what befell some under way otherwise, and what is still on the road.
 */
public record Load(
        LotNow lot, Quantity sent, Quantity delivered, Quantity otherwise, Quantity onTheRoad) {}
