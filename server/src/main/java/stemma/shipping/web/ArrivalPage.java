package stemma.shipping.web;

import stemma.intake.Slip;
import stemma.shipping.Consignment;
import stemma.shipping.Load;

import java.util.List;

/** The proof that a shipment arrived, lot by lot of what is still on the road. */
public record ArrivalPage(Consignment shipment, Slip slip) {
    public List<Load> loads() {
        return shipment.loads().stream()
                .filter(load -> load.onTheRoad().isPositive())
                .toList();
    }
}
