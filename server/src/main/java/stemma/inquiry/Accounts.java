package stemma.inquiry;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.stock.Balance;
import stemma.stock.Shipment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reckons what became of a group of lots of one unit. What parts of one material exchange through
 * runs of the same material cancels out inside the group, so that nothing is counted twice.
 */
final class Accounts {
    private final Gathering gathering;
    private final RunsSeen runs;
    private final Map<LotId, List<Portion>> reached;
    private final Map<LotId, List<Balance>> byLot = new HashMap<>();

    /**
     * {@code reached} says which units of a block are concerned; a lot not in it is concerned
     * whole.
     */
    Accounts(Gathering gathering, RunsSeen runs, Map<LotId, List<Portion>> reached) {
        this.gathering = gathering;
        this.runs = runs;
        this.reached = reached;
        Map<LotId, Lot> whole = new HashMap<>();
        for (Lot lot : gathering.lots) whole.put(lot.id(), lot);
        for (Balance balance : gathering.balances) {
            Lot lot = whole.get(balance.lot().first());
            LotId id = lot != null
                    ? lot.id()
                    : gathering.line(balance.lot().first()).lot().id();
            byLot.computeIfAbsent(id, _ -> new ArrayList<>()).add(balance);
        }
    }

    /** The rows of a group, and how much came to be by the far end of its movements. */
    record Account(List<Where> rows, Quantity came) {}

    Account of(Unit unit, Collection<Lot> lots) {
        return of(unit, lots, exchanged(unit, lots));
    }

    /**
     * Returns the same of some lots of a group, of which all of it exchanges so much through each
     * run of the same material.
     */
    Account of(Unit unit, Collection<Lot> lots, Map<Place, Quantity> exchanged) {
        List<Where> rows = new ArrayList<>();
        Quantity came = Quantity.zero(unit);
        for (Lot lot : lots) {
            boolean hasSource = false;
            for (Balance balance : byLot.getOrDefault(lot.id(), List.of())) {
                Place place = balance.place();
                if (exchanged.containsKey(place)) {
                    hasSource |= balance.quantity().isNegative();
                    if (exchanged.getOrDefault(place, Quantity.zero(unit)).isPositive())
                        rows.addAll(rows(lot, balance));
                } else if (Reckoning.isSource(place, balance.quantity())) {
                    // A unit that went back to its supplier is none that came from there.
                    hasSource |= balance.quantity().isNegative();
                    came = came.minus(concerned(lot, balance));
                } else {
                    rows.addAll(rows(lot, balance));
                }
            }
            // The units of a block are each somewhere; the books keep no source for them.
            if (lot.isSerial() && !hasSource) came = came.plus(units(lot));
        }
        for (Quantity net : exchanged.values()) {
            if (net.isNegative()) came = came.minus(net);
        }
        return new Account(rows, came);
    }

    /**
     * Returns for every run of the same material what it took from the group, less what it gave to
     * it.
     */
    private Map<Place, Quantity> exchanged(Unit unit, Collection<Lot> lots) {
        Map<Place, Quantity> net = new LinkedHashMap<>();
        for (Lot lot : lots) {
            for (Balance balance : byLot.getOrDefault(lot.id(), List.of())) {
                if (balance.place() instanceof Place.InRun(var run)
                        && runs.sameMaterial().contains(run)) {
                    net.merge(balance.place(), balance.quantity(), Quantity::plus);
                }
            }
        }
        return net;
    }

    private Quantity units(Lot lot) {
        List<Portion> parts = reached.getOrDefault(lot.id(), List.of(lot.span()));
        return new Quantity(
                BigDecimal.valueOf(parts.stream().mapToLong(Portion::count).sum()), lot.unit());
    }

    private Quantity concerned(Lot lot, Balance balance) {
        List<Portion> parts = reached.get(lot.id());
        if (!lot.isSerial() || parts == null) return balance.quantity();
        long units = 0;
        for (Portion part : parts) units += Roads.unitsOfBoth(part, balance.lot());
        return new Quantity(BigDecimal.valueOf(units), lot.unit());
    }

    private List<Where> rows(Lot lot, Balance balance) {
        List<Portion> parts = reached.get(lot.id());
        if (!lot.isSerial() || parts == null) {
            return row(lot, balance.lot(), balance.quantity(), balance.place());
        }
        List<Where> rows = new ArrayList<>();
        for (Portion part : parts) {
            if (!part.overlaps(balance.lot())) continue;
            int first = Math.max(part.first().ordinal(), balance.lot().first().ordinal());
            int count = Math.min(part.last(), balance.lot().last()) - first + 1;
            Portion both = new Portion(new LotId(lot.id().birth(), first), count);
            rows.addAll(row(
                    lot,
                    both,
                    new Quantity(BigDecimal.valueOf(count), lot.unit()),
                    balance.place()));
        }
        return rows;
    }

    private List<Where> row(Lot lot, Portion portion, Quantity quantity, Place place) {
        boolean done = place instanceof Place.InRun(var run) && !runs.open().contains(run);
        Optional<Stage> stage = Stage.of(place, done);
        if (stage.isEmpty() || quantity.isZero()) return List.of();
        Shipment shipment = place instanceof Place.InTransit(var code)
                ? gathering.shipment(code).orElse(null)
                : null;
        Consignee consignee = switch (place) {
            case Place.OfCustomer(var partner, var shipTo) ->
                Consignee.of(gathering.names, partner, shipTo);
            case Place.InTransit _ ->
                shipment == null
                        ? null
                        : Consignee.of(gathering.names, shipment.consignee(), shipment.shipTo());
            case Place.At _,
                    Place.OfSupplier _,
                    Place.InCustody _,
                    Place.InRun _,
                    Place.InContainer _,
                    Place.InVessel _,
                    Place.InUnit _,
                    Place.InTransfer _,
                    Place.Beyond _ -> null;
        };
        return List.of(new Where(
                gathering.line(lot),
                portion,
                stage.get(),
                place,
                gathering.names.place(place),
                quantity,
                shipment,
                consignee));
    }
}
