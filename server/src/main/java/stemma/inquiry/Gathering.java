package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.database.AtOnce;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Everything that the rooms of truth say of a set of lots, read set-wise: three messages and what
 * holds need, how many lots there may be.
 */
final class Gathering {
    final List<Lot> lots;
    final List<Balance> balances;
    final List<Flow> roads;
    final Names names;
    private final Map<String, Shipment> shipments = new HashMap<>();
    private final Map<LotId, LotLine> lines = new HashMap<>();
    private final Map<EventId, List<Lot>> byBirth = new HashMap<>();

    Gathering(Rooms rooms, Collection<Lot> of, Insight insight, Instant now) {
        this(
                rooms,
                of,
                insight.isNow()
                        ? rooms.stock().balances(of)
                        : rooms.stock().balances(of, insight.known()),
                List.of(),
                insight,
                now);
    }

    /** The rooms of truth, and what sends questions to them together. */
    record Rooms(Catalog catalog, Lots lots, Stock stock, Supplier<AtOnce> message) {
        /** Returns the lot, or the block that holds the unit, or none. */
        Optional<Lot> lot(LotId id) {
            AtOnce question = message.get();
            Supplier<Map<LotId, Lot>> found = Lots.askLots(question, List.of(id));
            question.answer();
            return Optional.ofNullable(found.get().get(id));
        }
    }

    /** Takes what is known already, all balances of the lots; and what is to be named besides. */
    Gathering(
            Rooms rooms,
            Collection<Lot> of,
            List<Balance> balances,
            Collection<ItemCode> besides,
            Insight insight,
            Instant now) {
        this(rooms, of, balances, asked(rooms, of, balances, besides, insight), insight, now);
    }

    private static LotsAsked asked(
            Rooms rooms,
            Collection<Lot> of,
            List<Balance> balances,
            Collection<ItemCode> besides,
            Insight insight) {
        AtOnce message = rooms.message().get();
        LotsAsked asked =
                LotsAsked.of(message, rooms.catalog(), of, balances, besides, insight.known());
        message.answer();
        return asked;
    }

    /** Takes what was answered of the lots. */
    Gathering(
            Rooms rooms,
            Collection<Lot> of,
            List<Balance> balances,
            LotsAsked asked,
            Insight insight,
            Instant now) {
        this.lots = of.stream().distinct().toList();
        for (Lot lot : lots) {
            byBirth.computeIfAbsent(lot.id().birth(), _ -> new ArrayList<>()).add(lot);
        }
        this.balances = balances;
        AtOnce message = rooms.message().get();
        this.roads = asked.roads().get();
        Set<ShipmentCode> codes = new LinkedHashSet<>();
        for (Balance balance : balances) road(balance.place(), codes);
        for (Flow flow : roads) {
            road(flow.from(), codes);
            road(flow.to(), codes);
        }
        Supplier<List<Shipment>> found =
                codes.isEmpty() ? List::of : message.ask(Stock.askShipments(codes));
        message.answer();
        found.get().forEach(s -> shipments.put(LotNumber.normal(s.code().code()), s));
        var second =
                asked.names().get().asking(message, rooms.catalog(), Set.of(), Set.of(), roads());
        message.answer();
        this.names = second.get();
        Map<LotId, Status> statuses = Lots.statuses(lots, asked.judgements().get());
        HoldsOnLots holds = insight.isNow()
                ? rooms.stock().holdsOn(lots, balances, asked.holds().get())
                : rooms.stock().holdsOn(lots);
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

    private Set<Place> roads() {
        Set<Place> places = new HashSet<>();
        roads.forEach(flow -> places.add(flow.to()));
        shipments
                .values()
                .forEach(s -> places.add(new Place.OfCustomer(s.consignee(), s.shipTo())));
        return places;
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
