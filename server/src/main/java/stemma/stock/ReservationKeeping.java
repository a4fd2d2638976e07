package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Appended;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.ledger.Projection;
import stemma.ledger.Reach;
import stemma.ledger.Recorded;
import stemma.ledger.Retold;
import stemma.ledger.Touches;
import stemma.ledger.Undo;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.LotsTouched;
import stemma.stock.store.ReservationTable;
import stemma.stock.store.StockTable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Keeps reservations in the append's transaction: what its events take, take along and break, by
 * the stock as it was before them; and what a hold reaches, which is kept for nobody any more.
 */
final class ReservationKeeping implements Projection {
    private final Lots lots;
    private final StockTable table;
    private final ReservationTable reservations;
    private final Projection stock;

    /** Keeps them beside a projection that writes the stock itself. */
    ReservationKeeping(
            Lots lots, StockTable table, ReservationTable reservations, Projection stock) {
        this.lots = lots;
        this.table = table;
        this.reservations = reservations;
        this.stock = stock;
    }

    @Override
    public void project(Appended appended) {
        if (!appended.events().isEmpty()) play(appended);
        stock.project(appended);
        for (Recorded recorded : appended.events()) {
            if (recorded.effect() instanceof Event.Held held) breakHeld(held, recorded);
        }
    }

    @Override
    public void compare(Retold retold) {
        stock.compare(retold);
    }

    private void play(Appended appended) {
        Map<LotId, Lot> known = LotsTouched.by(appended, lots);
        Map<Long, Lot> byKey = new HashMap<>();
        known.values().forEach(lot -> byKey.put(lot.key(), lot));
        Set<ContainerCode> moved = moved(appended.events());
        List<Container> containers = new ArrayList<>(table.containers(moved));
        Set<Place> places = new HashSet<>();
        containers.forEach(c -> places.add(new Place.InContainer(c.code())));
        Instant now = appended.events().getFirst().recordedAt();
        List<Reservation> open = reservations.inForce(byKey.keySet(), places, now);
        if (open.isEmpty()) return;
        containers.addAll(table.containers(codes(open)));
        Undo never = new Undo();
        ContainerBook forest = new ContainerBook(containers, never);
        ReservationBook book =
                new ReservationBook(open, finder(known), never, reservations::newKey);
        Shelf shelf = shelf(open, byKey, touched(appended.events()));
        for (Recorded recorded : asDecided(appended.events())) {
            Rebooking rebooking = Rebooking.of(recorded.candidate(), known::get);
            rebooking.reroutes().forEach(r -> {
                Lot lot = known.get(r.units().first());
                if (lot != null) shelf.reroute(lot, r.units(), r.from(), r.to());
            });
            rebooking.moves().forEach(m -> {
                Lot lot = known.get(m.lot().first());
                if (lot != null) shelf.move(lot, m);
            });
            List<Reservation> changed =
                    book.play(recorded.candidate(), shelf, forest).changed();
            book.note(changed);
            reservations.write(changed, recorded.seq());
        }
    }

    /** A reservation begins at any unit of a block, of which the events may name others. */
    private static Function<LotId, @Nullable Lot> finder(Map<LotId, Lot> known) {
        Map<EventId, Set<Lot>> born = new HashMap<>();
        known.values()
                .forEach(lot -> born.computeIfAbsent(lot.id().birth(), _ -> new HashSet<>())
                        .add(lot));
        return id -> {
            Lot named = known.get(id);
            if (named != null) return named;
            for (Lot lot : born.getOrDefault(id.birth(), Set.of())) {
                if (lot.span().contains(id)) return lot;
            }
            return null;
        };
    }

    private Shelf shelf(List<Reservation> open, Map<Long, Lot> byKey, List<Portion> touched) {
        Map<Long, Lot> reserved = new HashMap<>();
        for (Reservation reservation : open) {
            Lot lot = byKey.get(reservation.lotKey());
            if (lot != null) reserved.put(lot.key(), lot);
        }
        Shelf shelf = new Shelf();
        for (Balance balance : table.balances(reserved, touched, List.of(), List.of())) {
            for (Lot lot : reserved.values()) {
                if (balance.lot().overlaps(lot.span())) shelf.load(lot, balance);
            }
        }
        return shelf;
    }

    /** What the ledger added to an event was judged before it. */
    private static List<Recorded> asDecided(List<Recorded> events) {
        List<Recorded> order = new ArrayList<>(events.size());
        int parent = 0;
        for (Recorded recorded : events) {
            if (recorded.event().circumstances().follows() == null) {
                parent = order.size();
                order.add(recorded);
            } else {
                order.add(parent++, recorded);
            }
        }
        return order;
    }

    private static Set<ContainerCode> moved(List<Recorded> events) {
        Set<ContainerCode> codes = new TreeSet<>();
        for (Recorded recorded : events) {
            if (recorded.effect() instanceof Event.Moved moved) codes.addAll(moved.containers());
        }
        return codes;
    }

    private static Set<ContainerCode> codes(List<Reservation> reserved) {
        Set<ContainerCode> codes = new TreeSet<>();
        for (Reservation reservation : reserved) {
            if (reservation.place() instanceof Place.InContainer(var code)) codes.add(code);
        }
        return codes;
    }

    private static List<Portion> touched(List<Recorded> events) {
        List<Portion> touched = new ArrayList<>();
        for (Recorded recorded : events) {
            if (recorded.effect() != null) touched.addAll(Touches.lots(recorded.effect()));
            if (recorded.undone() != null)
                touched.addAll(Touches.lots(recorded.undone().effect()));
        }
        return touched;
    }

    private void breakHeld(Event.Held held, Recorded recorded) {
        if (held.reach() instanceof Reach.Yield || held.reach() instanceof Reach.Touched) return;
        List<Reservation> open = reservations.allInForce(recorded.recordedAt());
        if (open.isEmpty()) return;
        Map<Long, Lot> known = lots.byKey(open.stream().map(Reservation::lotKey).toList());
        Undo never = new Undo();
        ContainerBook forest = new ContainerBook(table.containers(codes(open)), never);
        Hold hold = table.hold(held.hold()).orElseThrow();
        HoldBook book = new HoldBook(List.of(hold), List.of(), forest, never);
        Map<Reservation, List<Portion>> reached = new LinkedHashMap<>();
        for (Reservation reservation : open) {
            Lot lot = known.get(reservation.lotKey());
            if (lot == null) continue;
            if (book.reaching(lot, reservation.lot(), reservation.place()).isEmpty()) continue;
            boolean some = held.reach() instanceof Reach.Sublot;
            reached.put(
                    reservation,
                    List.of(
                            some && held.reach() instanceof Reach.Sublot(var units)
                                    ? reservation.lot().common(units)
                                    : reservation.lot()));
        }
        new Breaking(reservations).broken(reached, recorded.seq(), recorded.recordedAt());
    }

    /** Breaks what carries the mark of a hold; in the caller's transaction. */
    static void breakMarked(
            HoldCode code, StockTable table, ReservationTable reservations, Lots lots) {
        List<Reservation> open = reservations.marked(code);
        if (open.isEmpty()) return;
        Hold hold = table.hold(code).orElseThrow();
        Collection<Lot> reached =
                lots.byKey(open.stream().map(Reservation::lotKey).toList()).values();
        List<Mark> marks =
                table.marks(reached).stream().filter(m -> m.hold().equals(code)).toList();
        Map<Reservation, List<Portion>> parts = new LinkedHashMap<>();
        for (Reservation reservation : open) {
            List<Portion> marked = marks.stream()
                    .map(Mark::lot)
                    .filter(p -> p.overlaps(reservation.lot()))
                    .map(p -> p.common(reservation.lot()))
                    .toList();
            if (!marked.isEmpty()) parts.put(reservation, marked);
        }
        new Breaking(reservations).broken(parts, hold.seq(), hold.since());
    }

    /** Breaks parts of reservations. */
    private record Breaking(ReservationTable reservations) {
        void broken(Map<Reservation, List<Portion>> parts, long seq, Instant at) {
            Map<Long, Reservation> changed = new LinkedHashMap<>();
            Reservation.Ending how = new Reservation.Ending(Reservation.How.BROKEN, seq, at);
            parts.forEach((reservation, units) -> {
                boolean serial = reservation.lot().count() > 1;
                ReservedGoods goods = new ReservedGoods(serial, reservations::newKey, changed);
                goods.add(reservation);
                for (Portion some : units) {
                    for (Reservation left : goods.over(some)) {
                        goods.end(goods.part(left, left.lot().common(some)), how);
                    }
                }
            });
            reservations.write(List.copyOf(changed.values()), null);
        }
    }
}
