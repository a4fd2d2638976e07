package stemma.inquiry;

import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;
import stemma.intake.Sight;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Flow;
import stemma.stock.Shipment;
import stemma.stock.Stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together shipments from what went on the road and what came from it. */
final class Roads {
    private final Gathering gathering;
    private final Map<String, Map<LotId, Quantity>> sent = new HashMap<>();
    private final Map<String, Map<LotId, Quantity>> left = new HashMap<>();
    private final Map<String, Shipment> shipments = new LinkedHashMap<>();

    private Roads(Gathering gathering) {
        this.gathering = gathering;
    }

    /**
     * Returns the shipments of the lots gathered, those on the road first, then the latest; where
     * units are given, of a block only what concerns them.
     */
    static List<Road> of(Gathering gathering, Collection<Portion> units) {
        Roads roads = new Roads(gathering);
        Map<EventId, List<Portion>> byBirth = new HashMap<>();
        for (Portion portion : units)
            byBirth.computeIfAbsent(portion.first().birth(), _ -> new ArrayList<>())
                    .add(portion);
        for (Flow flow : gathering.roads) {
            Lot lot = gathering.line(flow.lot().first()).lot();
            boolean apart = lot.isSerial() && !units.isEmpty();
            List<Portion> alike = byBirth.getOrDefault(lot.id().birth(), List.of());
            if (!apart) {
                roads.add(flow, lot, flow.quantity());
                continue;
            }
            long both = 0;
            for (Portion portion : alike) both += unitsOfBoth(portion, flow.lot());
            if (both > 0) roads.add(flow, lot, new Quantity(BigDecimal.valueOf(both), lot.unit()));
        }
        List<Road> all = new ArrayList<>();
        roads.shipments.values().forEach(shipment -> all.add(roads.road(shipment)));
        all.sort(Comparator.comparing((Road road) -> !road.isOnTheRoad())
                .thenComparing(road -> road.shipment().shippedAt(), Comparator.reverseOrder())
                .thenComparing(road -> road.shipment().code()));
        return all;
    }

    /** Returns under which shipments these are on the road from sites seen. */
    static Set<ShipmentCode> from(Stock stock, List<Balance> road, Sight sight) {
        Set<ShipmentCode> codes = road.stream()
                .flatMap(balance -> balance.place() instanceof Place.InTransit(var code)
                        ? Stream.of(code)
                        : Stream.empty())
                .collect(Collectors.toSet());
        if (codes.isEmpty() || sight.sites().isEmpty()) return codes;
        return stock.shipments(codes).stream()
                .filter(shipment -> sight.sees(shipment.site()))
                .map(Shipment::code)
                .collect(Collectors.toSet());
    }

    static long unitsOfBoth(Portion one, Portion other) {
        if (!one.overlaps(other)) return 0;
        int first = Math.max(one.first().ordinal(), other.first().ordinal());
        return Math.min(one.last(), other.last()) - first + 1L;
    }

    private void add(Flow flow, Lot lot, Quantity quantity) {
        if (flow.to() instanceof Place.InTransit(ShipmentCode code)) {
            gathering.shipment(code).ifPresent(shipment -> {
                shipments.put(shipment.code().code(), shipment);
                add(sent, shipment, lot, quantity);
                add(left, shipment, lot, quantity);
            });
        }
        if (flow.from() instanceof Place.InTransit(ShipmentCode code)) {
            gathering.shipment(code).ifPresent(s -> add(left, s, lot, quantity.negated()));
        }
    }

    private static void add(
            Map<String, Map<LotId, Quantity>> to, Shipment shipment, Lot lot, Quantity quantity) {
        to.computeIfAbsent(shipment.code().code(), _ -> new LinkedHashMap<>())
                .merge(lot.id(), quantity, Quantity::plus);
    }

    private Road road(Shipment shipment) {
        List<Road.Load> loads = new ArrayList<>();
        Map<LotId, Quantity> still = left.getOrDefault(shipment.code().code(), Map.of());
        sent.getOrDefault(shipment.code().code(), Map.of())
                .forEach((lot, quantity) -> loads.add(new Road.Load(
                        gathering.line(lot), quantity, Objects.requireNonNull(still.get(lot)))));
        return new Road(
                shipment,
                Consignee.of(gathering.names, shipment.consignee(), shipment.shipTo()),
                loads);
    }
}
