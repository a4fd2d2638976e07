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
        Consignee consignee = Consignee.read(words);
        String order = words.take("for") ? words.next("an order") : null;
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            PartnerCode partner = consignee.partner(scene);
            ShipToCode shipTo = consignee.shipTo(scene);
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

    /** Whom goods are for, as written. */
    private record Consignee(String partner, @Nullable String shipTo) {
        static Consignee read(Words words) {
            String[] parts = words.next("a consignee").split("/", 2);
            return new Consignee(parts[0], parts.length == 2 ? parts[1] : null);
        }

        PartnerCode partner(Scene scene) {
            return scene.cast().partner(partner);
        }

        @Nullable
        ShipToCode shipTo(Scene scene) {
            return shipTo == null ? null : scene.cast().shipTo(partner(scene), shipTo);
        }
    }

    /**
     * {@code deliver S-1}, {@code deliver S-1 presumed}, {@code deliver S-1 with B-9 10 ea},
     * {@code deliver S-1 to CornerShop with B-9 10 ea}: to whom, where the shipment does not say
     * it.
     */
    static Act deliver(Words words) {
        String shipment = words.next("a shipment");
        DeliveryBasis basis =
                words.take("presumed") ? DeliveryBasis.PRESUMED : DeliveryBasis.PROVEN;
        Consignee consignee = words.take("to") ? Consignee.read(words) : null;
        List<LineText> texts = words.take("with") ? words.list(LineText::readHere) : List.of();
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Arrival arrival = consignee == null
                    ? Arrival.of(shipped(scene, shipment))
                    : new Arrival(
                            new ShipmentCode(shipment),
                            consignee.partner(scene),
                            consignee.shipTo(scene));
            PlaceName transit =
                    new PlaceName.Coded("transit", arrival.shipment().code());
            List<Line> lines = occasion.lines(texts.stream()
                    .map(t -> new LineText(t.lot(), t.amount(), transit))
                    .toList());
            return List.of(new Event.Delivered(
                    occasion.circumstances(),
                    arrival.shipment(),
                    arrival.consignee(),
                    arrival.shipTo(),
                    basis,
                    lines));
        };
    }

    /** Which shipment arrived, and with whom. */
    private record Arrival(
            ShipmentCode shipment,
            PartnerCode consignee,
            @Nullable ShipToCode shipTo) {
        static Arrival of(Event.Shipped shipped) {
            return new Arrival(shipped.shipment(), shipped.consignee(), shipped.shipTo());
        }
    }

    private static Event.Shipped shipped(Scene scene, String label) {
        @Nullable Event event = scene.labels().one(label);
        if (event instanceof Event.Shipped shipped) return shipped;
        throw new Unclear(label + " is no shipment");
    }
}
