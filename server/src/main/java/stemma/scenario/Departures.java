package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.DeliveryBasis;
import stemma.ledger.Event;
import stemma.ledger.Line;

import java.util.List;

/** How goods leave: shipments and their deliveries. */
final class Departures {
    private Departures() {}

    /** {@code ship B-9 400 ea, container P-1 to CornerShop/DOCK2 for SO-7 as S-1}. */
    static Act ship(Words words) {
        Load load = Load.read(words);
        words.expect("to");
        String[] consignee = words.next("a consignee").split("/", 2);
        String order = words.take("for") ? words.next("an order") : null;
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            PartnerCode partner = scene.cast().partner(consignee[0]);
            ShipToCode shipTo =
                    consignee.length == 2 ? scene.cast().shipTo(partner, consignee[1]) : null;
            List<Line> lines = occasion.lines(load.lines());
            return List.of(new Event.Shipped(
                    occasion.circumstances(),
                    new ShipmentCode(scene.document(manner, "S")),
                    order == null ? null : new OrderCode(order),
                    partner,
                    shipTo,
                    lines,
                    load.containers()));
        };
    }

    /** {@code deliver S-1}, {@code deliver S-1 presumed}, {@code deliver S-1 with B-9 10 ea}. */
    static Act deliver(Words words) {
        String shipment = words.next("a shipment");
        DeliveryBasis basis =
                words.take("presumed") ? DeliveryBasis.PRESUMED : DeliveryBasis.PROVEN;
        List<LineText> texts = words.take("with") ? words.list(LineText::readHere) : List.of();
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Event.Shipped shipped = shipped(scene, shipment);
            PlaceName transit =
                    new PlaceName.Coded("transit", shipped.shipment().code());
            List<Line> lines = occasion.lines(texts.stream()
                    .map(t -> new LineText(t.lot(), t.amount(), transit))
                    .toList());
            return List.of(new Event.Delivered(
                    occasion.circumstances(),
                    shipped.shipment(),
                    shipped.consignee(),
                    shipped.shipTo(),
                    basis,
                    lines));
        };
    }

    private static Event.Shipped shipped(Scene scene, String label) {
        @Nullable Event event = scene.labels().one(label);
        if (event instanceof Event.Shipped shipped) return shipped;
        throw new Unclear(label + " is no shipment");
    }
}
