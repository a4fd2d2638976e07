package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Place;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Balance;
import stemma.stock.Flow;
import stemma.stock.HoldsOnLots;
import stemma.stock.Shipment;
import stemma.stock.Stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that the rooms of truth say of a set of lots, read set-wise: 16 queries at the most,
 * how many lots there may be.
 */
final class Gathering {
    final List<Lot> lots;
    final List<Balance> balances;
    final List<Flow> roads;
    final Names names;
    private final Map<String, Shipment> shipments = new HashMap<>();
    private final Map<LotId, LotLine> lines = new HashMap<>();
    private final Map<EventId, List<Lot>> byBirth = new HashMap<>();

    Gathering(
            Catalog catalog,
            Lots lotRoom,
            Stock stock,
            Collection<Lot> of,
            Insight insight,
            Instant now) {
        this(
                catalog,
                lotRoom,
                stock,
                of,
                insight.isNow() ? stock.balances(of) : stock.balances(of, insight.known()),
                Names.of(catalog, Set.of(), Set.of(), Set.of()),
                insight,
                now);
    }

    /** Takes what is known already: all balances of the lots, and names. */
    Gathering(
            Catalog catalog,
            Lots lotRoom,
            Stock stock,
            Collection<Lot> of,
            List<Balance> balances,
            Names known,
            Insight insight,
            Instant now) {
        this.lots = of.stream().distinct().toList();
        for (Lot lot : lots) {
            byBirth.computeIfAbsent(lot.id().birth(), _ -> new ArrayList<>()).add(lot);
        }
        this.balances = balances;
        this.roads = stock.roads(lots, insight.known());
        Set<ShipmentCode> codes = new LinkedHashSet<>();
        for (Balance balance : balances) road(balance.place(), codes);
        for (Flow flow : roads) {
            road(flow.from(), codes);
            road(flow.to(), codes);
        }
        if (!codes.isEmpty()) {
            stock.shipments(codes)
                    .forEach(s -> shipments.put(LotNumber.normal(s.code().code()), s));
        }
        this.names = names(catalog, known);
        Map<LotId, Status> statuses = lotRoom.statuses(lots);
        HoldsOnLots holds = insight.isNow() ? stock.holdsOn(lots, balances) : stock.holdsOn(lots);
        for (Lot lot : lots) {
            lines.put(
                    lot.id(),
                    new LotLine(
                            lot,
                            names.item(lot.item()),
                            statuses.getOrDefault(lot.id(), lot.birthStatus()),
                            holds.on(lot),
                            LotLine.isExpired(lot, now)));
        }
    }

    private Names names(Catalog catalog, Names known) {
        Set<ItemCode> items = new LinkedHashSet<>();
        Set<PartnerCode> partners = new LinkedHashSet<>();
        List<Place> places = new ArrayList<>();
        for (Lot lot : lots) {
            items.add(lot.item());
            var passport = lot.passport();
            if (passport.maker() != null) partners.add(passport.maker());
            if (passport.seller() != null) partners.add(passport.seller());
            if (passport.owner() != null) partners.add(passport.owner());
            passport.externalLots().forEach(external -> partners.add(external.issuer()));
        }
        balances.forEach(balance -> places.add(balance.place()));
        roads.forEach(flow -> places.add(flow.to()));
        shipments
                .values()
                .forEach(s -> places.add(new Place.OfCustomer(s.consignee(), s.shipTo())));
        return known.and(catalog, items, partners, places);
    }

    LotLine line(Lot lot) {
        return java.util.Objects.requireNonNull(lines.get(lot.id()));
    }

    /** Returns the lot of which the id is, or is a unit; it must have been asked for. */
    LotLine line(LotId id) {
        for (Lot lot : byBirth.getOrDefault(id.birth(), List.of())) {
            if (lot.span().contains(id)) return line(lot);
        }
        throw new IllegalArgumentException("the lot " + id + " was not gathered");
    }

    java.util.Optional<Shipment> shipment(ShipmentCode code) {
        return java.util.Optional.ofNullable(shipments.get(LotNumber.normal(code.code())));
    }

    private static void road(Place place, Set<ShipmentCode> codes) {
        if (place instanceof Place.InTransit(var shipment)) codes.add(shipment);
    }
}
