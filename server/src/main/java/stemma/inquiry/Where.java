package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Shipment;

/**
 * How much of a lot is or went where: the row behind a number. On the road it names the shipment;
 * on the road and at customers the consignee.
 */
public record Where(
        LotLine lot,
        Portion portion,
        Stage stage,
        Place place,
        String words,
        Quantity quantity,
        @Nullable Shipment shipment,
        @Nullable Consignee consignee) {}
