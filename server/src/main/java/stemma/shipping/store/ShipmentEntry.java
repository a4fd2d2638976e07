package stemma.shipping.store;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an event says of a shipment or a return: that goods left, arrived or came back, or that
 * something else befell them under way.
 */
public record ShipmentEntry(
        String kind,
        String code,
        String consignee,
        @Nullable String order,
        String site,
        List<ItemCode> items,
        List<LotId> lots,
        List<LotId> cameBack,
        Instant occurredFrom) {

    /** Returns what the event says, none where it is no business of shipping. */
    public static List<ShipmentEntry> of(Event event) {
        return switch (event) {
            case Event.Shipped e ->
                List.of(plain("shipment", e.shipment().code(), e.consignee().code(), e)
                        .with(
                                e.order() == null ? null : e.order().code(),
                                e.lines().stream().map(l -> l.lot().first()).toList()));
            case Event.Delivered e ->
                List.of(plain("arrival", e.shipment().code(), e.consignee().code(), e));
            case Event.Returned e -> List.of(returned(e));
            case Event.Moved _, Event.Adjusted _, Event.Sampled _, Event.Scrapped _ ->
                underWay(event);
            case Event.Destroyed _ -> underWay(event);
            case Event.Opened _,
                    Event.Received _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.ReturnedToSupplier _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> List.of();
        };
    }

    private static ShipmentEntry plain(String kind, String code, String consignee, Event event) {
        return new ShipmentEntry(
                kind,
                code,
                consignee,
                null,
                event.circumstances().site().code(),
                List.of(),
                List.of(),
                List.of(),
                event.circumstances().occurredAt().from());
    }

    private ShipmentEntry with(@Nullable String sold, List<LotId> sent) {
        return new ShipmentEntry(
                kind, code, consignee, sold, site, items, sent, cameBack, occurredFrom);
    }

    private static ShipmentEntry returned(Event.Returned event) {
        return new ShipmentEntry(
                "return",
                event.document().code(),
                event.customer().code(),
                null,
                event.circumstances().site().code(),
                event.lines().stream()
                        .map(line -> line.as().passport().item())
                        .distinct()
                        .toList(),
                List.of(),
                event.lines().stream().map(line -> line.of().first()).toList(),
                event.circumstances().occurredAt().from());
    }

    private static List<ShipmentEntry> underWay(Event event) {
        Set<ShipmentCode> roads = new LinkedHashSet<>();
        for (var movement : Facts.movements(event)) {
            if (movement.from() instanceof Place.InTransit(ShipmentCode code)) roads.add(code);
            if (movement.to() instanceof Place.InTransit(ShipmentCode code)) roads.add(code);
        }
        List<ShipmentEntry> entries = new ArrayList<>();
        roads.forEach(code -> entries.add(plain("road", code.code(), "", event)));
        return entries;
    }

    /** Returns the document whose row in the lists this concerns. */
    public Optional<ShipmentKey> key() {
        String normal = LotNumber.normal(code);
        String to = LotNumber.normal(consignee);
        return switch (kind) {
            case "shipment", "arrival" -> Optional.of(new ShipmentKey("shipment", normal, to));
            case "return" -> Optional.of(new ShipmentKey("return", normal, to));
            default -> Optional.empty();
        };
    }
}
