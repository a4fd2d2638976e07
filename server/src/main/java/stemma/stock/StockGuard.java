package stemma.stock;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Guard;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Touches;
import stemma.lots.Lot;
import stemma.lots.LotBook;
import stemma.lots.Lots;
import stemma.stock.store.BuiltTable;
import stemma.stock.store.ReservationTable;
import stemma.stock.store.StockTable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opens the book of stock for an append: names the locks, reads balances, holds and containers as
 * sets.
 */
final class StockGuard implements Guard {
    private final Lots lots;
    private final StockTable table;
    private final BuiltTable built;
    private final ReservationTable reservations;

    StockGuard(Lots lots, StockTable table, BuiltTable built, ReservationTable reservations) {
        this.lots = lots;
        this.table = table;
        this.built = built;
        this.reservations = reservations;
    }

    @Override
    public Set<String> locks(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        named(events).forEach(c -> keys.add("container:" + c));
        for (Candidate candidate : events) {
            if (candidate.effect() instanceof Event.Shipped e) keys.add("shipment:" + e.shipment());
            if (candidate.effect() instanceof Event.Delivered e)
                keys.add("shipment:" + e.shipment());
        }
        return keys;
    }

    @Override
    public Set<String> locksFound(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        List<Container> containers = table.containers(named(events));
        containers.forEach(c -> keys.add("container:" + c.code()));
        Set<Long> inside = table.lotsAt(places(events, containers));
        lots.byKey(inside).values().forEach(lot -> keys.add(Lots.lock(lot.id())));
        built.unitsWith(judged(events)).forEach(unit -> keys.add(Lots.lock(unit)));
        return keys;
    }

    /** A part is judged while its unit stands still, so that the one is seen by the other. */
    private Set<Long> judged(Collection<Candidate> events) {
        Set<LotId> judged = new HashSet<>();
        for (Candidate candidate : events) {
            if (candidate.effect() instanceof Event.Judged e)
                e.lots().forEach(lot -> judged.add(lot.first()));
        }
        Set<Long> keys = new HashSet<>();
        if (!judged.isEmpty()) lots.lots(judged).values().forEach(lot -> keys.add(lot.key()));
        return keys;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        LotBook book = before.judge(LotBook.class);
        List<Container> containers = table.containers(named(events));
        Set<Place> places = places(events, containers);
        admit(places, book);
        places.addAll(builtIn(events, book));
        Map<Long, Lot> all = new HashMap<>();
        book.all().forEach(lot -> all.put(lot.key(), lot));
        return new StockBook(
                book,
                new StockBook.Loaded(
                        table.balances(all, touched(events), places, beyond(events, book)),
                        table.holds(),
                        table.marks(all),
                        containers,
                        table.everHeld(held(events)),
                        table.withDependents(all, voided(events)),
                        List.of(),
                        reservations.inForce(all.keySet(), carried(events, containers), now)));
    }

    private void admit(Collection<Place> places, LotBook book) {
        Collection<Lot> inside = lots.byKey(table.lotsAt(places)).values();
        book.admit(inside, lots.judgements(inside));
    }

    /** The inside of units that go anywhere, and of the units in them, with what is there. */
    private Set<Place> builtIn(Collection<Candidate> events, LotBook book) {
        List<Portion> units = new ArrayList<>();
        for (Candidate candidate : events) {
            if (candidate.effect() == null) continue;
            for (Movement movement : Facts.movements(candidate.effect())) {
                Lot lot = book.find(movement.lot().first());
                if (lot != null && lot.isSerial()) units.add(movement.lot());
            }
        }
        Set<Place> all = new HashSet<>();
        Set<Place> found = built.within(units);
        while (all.addAll(found)) {
            admit(found, book);
            found = built.within(built.unitsIn(found, lots));
        }
        return all;
    }

    /** Lots that come from where nobody guards them, of which there must be enough all the same. */
    private static Set<Long> beyond(Collection<Candidate> events, LotBook book) {
        Set<Long> lots = new HashSet<>();
        for (Candidate candidate : events) {
            if (candidate.effect() != null)
                Facts.movements(candidate.effect()).forEach(m -> beyond(m, m.from(), book, lots));
            if (candidate.undone() != null)
                Facts.movements(candidate.undone().effect())
                        .forEach(m -> beyond(m, m.to(), book, lots));
        }
        return lots;
    }

    private static void beyond(Movement movement, Place from, LotBook book, Set<Long> lots) {
        boolean counts = from.isFinite() || from instanceof Place.OfCustomer;
        Lot lot = from.isGuarded() || !counts ? null : book.find(movement.lot().first());
        if (lot != null) lots.add(lot.key());
    }

    /** The inside of containers that go elsewhere, whose content is not named. */
    private static Set<Place> carried(Collection<Candidate> events, List<Container> containers) {
        Set<Place> inside = new HashSet<>();
        boolean moves = events.stream()
                .anyMatch(c ->
                        c.effect() instanceof Event.Moved m && !m.containers().isEmpty());
        if (moves) containers.forEach(c -> inside.add(new Place.InContainer(c.code())));
        return inside;
    }

    private static Set<ContainerCode> named(Collection<Candidate> events) {
        Set<ContainerCode> codes = new TreeSet<>();
        for (Candidate candidate : events) {
            if (candidate.effect() == null) continue;
            if (candidate.effect() instanceof Event.OfContainers e) codes.addAll(e.containers());
            if (candidate.effect() instanceof Event.AtContainer e) codes.add(e.container());
            ContainerRules.target(candidate.effect()).ifPresent(codes::add);
            codes.addAll(ContainerRules.bornInto(candidate.effect()));
            Facts.movements(candidate.effect()).forEach(m -> {
                if (m.from() instanceof Place.InContainer(var code)) codes.add(code);
            });
        }
        return codes;
    }

    /**
     * Places whose content an event means: containers shipped or used up, shipments delivered
     * whole.
     */
    private static Set<Place> places(Collection<Candidate> events, List<Container> containers) {
        Set<Place> places = new HashSet<>();
        boolean opens = false;
        for (Candidate candidate : events) {
            Event effect = candidate.effect();
            if (effect instanceof Event.Delivered e && e.lines().isEmpty()) {
                places.add(new Place.InTransit(e.shipment()));
            }
            opens |= (effect instanceof Event.Shipped || effect instanceof Event.Consumed)
                    && effect instanceof Event.OfContainers e
                    && !e.containers().isEmpty();
        }
        if (opens || Lending.mayBe(events, containers))
            containers.forEach(c -> places.add(new Place.InContainer(c.code())));
        return places;
    }

    private static List<Portion> touched(Collection<Candidate> events) {
        List<Portion> touched = new ArrayList<>();
        for (Candidate candidate : events) {
            if (candidate.effect() != null) touched.addAll(Touches.lots(candidate.effect()));
            if (candidate.undone() != null)
                touched.addAll(Touches.lots(candidate.undone().effect()));
        }
        return touched;
    }

    private static Set<HoldCode> held(Collection<Candidate> events) {
        Set<HoldCode> codes = new TreeSet<>();
        for (Candidate candidate : events) {
            if (candidate.effect() instanceof Event.Held held) codes.add(held.hold());
        }
        return codes;
    }

    private static Map<Portion, Long> voided(Collection<Candidate> events) {
        Map<Portion, Long> voided = new HashMap<>();
        for (Candidate candidate : events) {
            if (candidate.effect() != null || candidate.undone() == null) continue;
            Event ended = candidate.undone().effect();
            Facts.births(ended)
                    .forEach(
                            b -> voided.put(b.of(ended.id()), candidate.undone().seq()));
        }
        return voided;
    }
}
