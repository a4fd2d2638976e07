package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One event and the reservations of its lots. What an order takes uses up what is kept for it of
 * that lot. Of goods that go elsewhere within the site, what is free goes first; what is reserved
 * goes along only where too little stays. What is left of no goods is broken. So there is never
 * more reserved at a place than stands there.
 */
final class ReservationPlay {
    private final Candidate candidate;
    private final Shelf after;
    private final ContainerBook containers;
    private final Function<LotId, @Nullable Lot> lots;
    private final LongSupplier keys;
    private final Map<LotId, ReservedGoods> goods = new HashMap<>();
    private final Map<Long, Reservation> changed = new LinkedHashMap<>();
    private final Map<Portion, Quantity> promised = new HashMap<>();

    ReservationPlay(
            Candidate candidate,
            Shelf after,
            ContainerBook containers,
            Function<LotId, @Nullable Lot> lots,
            LongSupplier keys) {
        this.candidate = candidate;
        this.after = after;
        this.containers = containers;
        this.lots = lots;
        this.keys = keys;
    }

    void load(Reservation reservation) {
        of(reservation).add(reservation);
    }

    private ReservedGoods of(Reservation reservation) {
        Lot lot = lot(reservation);
        LotId id = lot == null ? reservation.lot().first() : lot.id();
        return goods.computeIfAbsent(
                id, _ -> new ReservedGoods(lot != null && lot.isSerial(), keys, changed));
    }

    @Nullable
    Lot lot(Reservation reservation) {
        return lots.apply(reservation.lot().first());
    }

    /** Returns every reservation that is otherwise now: open, or ended by the event. */
    List<Reservation> changed() {
        return List.copyOf(changed.values());
    }

    List<Reservation> broken() {
        return changed.values().stream()
                .filter(r -> r.ending() != null && r.ending().how() == Reservation.How.BROKEN)
                .toList();
    }

    /** Returns the line of the event that takes what was reserved. */
    String element(Reservation reservation) {
        int line = 0;
        for (Movement movement : Facts.movements(effect())) {
            if (movement.lot().overlaps(reservation.lot())) return "lines[" + line + "]";
            line++;
        }
        return "containers";
    }

    private Event effect() {
        return java.util.Objects.requireNonNull(candidate.effect());
    }

    private Instant at() {
        return candidate.event().circumstances().occurredAt().to();
    }

    private Reservation.Ending ending(Reservation.How how) {
        return new Reservation.Ending(how, null, at());
    }

    void run() {
        if (goods.isEmpty()) return;
        Event effect = candidate.effect();
        if (effect != null) takings(effect);
        Rebooking rebooking = Rebooking.of(candidate, lots);
        for (Movement movement : rebooking.moves()) {
            Lot lot = lots.apply(movement.lot().first());
            if (lot == null) continue;
            if (lot.isSerial()) unitsWent(lot, movement.lot());
            else went(lot, movement);
        }
        rebooking.reroutes().forEach(r -> {
            Lot lot = lots.apply(r.units().first());
            if (lot != null) unitsWent(lot, r.units());
        });
        rebooking.moves().forEach(this::shortAt);
        if (effect instanceof Event.Moved moved) carriedOff(moved);
        if (effect instanceof Event.Judged judged) judged(judged);
    }

    /** What the order of the event takes more than a corrected event took before. */
    private void takings(Event effect) {
        OrderCode order = order(effect);
        if (order == null) return;
        Map<Portion, Quantity> before = new HashMap<>();
        if (candidate.undone() != null) {
            for (Movement movement : Facts.movements(candidate.undone().effect())) {
                before.merge(movement.lot(), movement.quantity(), Quantity::plus);
            }
        }
        for (Movement movement : Facts.movements(effect)) {
            Lot lot = lots.apply(movement.lot().first());
            ReservedGoods reserved = lot == null ? null : goods.get(lot.id());
            if (lot == null || reserved == null) continue;
            Quantity known = before.getOrDefault(movement.lot(), Quantity.zero(lot.unit()));
            Quantity more = movement.quantity().minus(known);
            before.remove(movement.lot());
            if (!more.isPositive()) continue;
            reserved.take(
                    order, movement.lot(), more, movement.from(), ending(Reservation.How.TAKEN));
        }
    }

    private static @Nullable OrderCode order(Event event) {
        if (event instanceof Event.Shipped e) return e.order();
        return event instanceof Event.Consumed e ? e.run().order() : null;
    }

    private void went(Lot lot, Movement movement) {
        ReservedGoods reserved = goods.get(lot.id());
        if (reserved == null) return;
        Quantity excess = excess(lot, reserved, movement.from());
        if (!excess.isPositive()) return;
        Quantity along = excess.isLessThan(movement.quantity()) ? excess : movement.quantity();
        if (stays(movement.from(), movement.to())) {
            for (Reservation part : reserved.partsAt(movement.from(), along)) {
                reserved.keep(part.of(part.lotKey(), part.lot(), movement.to()));
            }
        } else if (effectOrNull() instanceof Event.Split
                || effectOrNull() instanceof Event.Merged) {
            reborn(lot, reserved.partsAt(movement.from(), along), reserved);
        }
    }

    private @Nullable Event effectOrNull() {
        return candidate.effect();
    }

    private Quantity excess(Lot lot, ReservedGoods reserved, Place place) {
        Quantity there = after.at(lot, place);
        Quantity kept = reserved.at(place, Quantity.zero(lot.unit()));
        return there.isPositive() ? kept.minus(there) : kept;
    }

    /** What is reserved of a lot that becomes others of the same item is kept of them, in order. */
    private void reborn(Lot from, List<Reservation> parts, ReservedGoods reserved) {
        Event effect = effect();
        List<Reservation> left = new ArrayList<>(parts);
        for (Birth birth : Facts.births(effect)) {
            if (!birth.passport().item().equals(from.item())) continue;
            Portion child = birth.of(effect.id());
            Lot born = lots.apply(child.first());
            Quantity room = birth.quantity().minus(promised(child, birth));
            while (!left.isEmpty() && room.isPositive()) {
                Reservation next = left.removeFirst();
                if (room.isLessThan(next.quantity())) {
                    Quantity rest = next.quantity().minus(room);
                    left.addFirst(next.part(keys.getAsLong(), next.lot(), rest));
                    next = next.leaving(next.lot(), room);
                }
                room = room.minus(next.quantity());
                promised.put(child, birth.quantity().minus(room));
                changed.put(next.key(), next.of(born == null ? 0 : born.key(), child, birth.to()));
            }
        }
        left.forEach(rest -> reserved.end(rest, ending(Reservation.How.BROKEN)));
    }

    /** Returns what of a child is kept already for who had reserved others of its sources. */
    private Quantity promised(Portion child, Birth birth) {
        return promised.getOrDefault(child, Quantity.zero(birth.quantity().unit()));
    }

    /** Units are kept where they stand; those that are ours no more are lost to whom they were. */
    private void unitsWent(Lot block, Portion units) {
        ReservedGoods reserved = goods.get(block.id());
        if (reserved == null) return;
        for (Reservation reservation : reserved.over(units)) {
            Reservation left = reserved.part(reservation, reservation.lot().common(units));
            List<Portion> nowhere = List.of(left.lot());
            reserved.keep(left);
            UnitRanges ranges = after.ranges(block);
            for (UnitRanges.Range range : ranges.of(left.lot())) {
                Portion there = ranges.portion(range);
                nowhere =
                        nowhere.stream().flatMap(p -> p.without(there).stream()).toList();
                Reservation part = reserved.part(reserved.over(there).getFirst(), there);
                if (part.place().equals(range.place()) || stays(part.place(), range.place())) {
                    reserved.keep(part.of(part.lotKey(), part.lot(), range.place()));
                } else {
                    reserved.end(part, ending(Reservation.How.BROKEN));
                }
            }
            for (Portion lost : nowhere) {
                Reservation part = reserved.part(reserved.over(lost).getFirst(), lost);
                reserved.end(part, ending(Reservation.How.BROKEN));
            }
        }
    }

    /** Says whether goods that go from one place to the other are still at hand at the site. */
    private boolean stays(Place from, Place to) {
        if (!(to instanceof Place.At) && !(to instanceof Place.InContainer)) return false;
        return !(containers.standing(from) instanceof Place.At(var left, var _))
                || !(containers.standing(to) instanceof Place.At(var reached, var _))
                || left.equals(reached);
    }

    private void shortAt(Movement movement) {
        Lot lot = lots.apply(movement.lot().first());
        ReservedGoods reserved = lot == null ? null : goods.get(lot.id());
        if (lot == null || reserved == null || lot.isSerial()) return;
        Quantity excess = excess(lot, reserved, movement.from());
        if (excess.isPositive()) {
            reserved.breakAt(movement.from(), excess, ending(Reservation.How.BROKEN));
        }
    }

    /** What stands in a container that goes to another site goes with it. */
    private void carriedOff(Event.Moved moved) {
        if (moved.containers().isEmpty()) return;
        for (ReservedGoods reserved : List.copyOf(goods.values())) {
            for (Reservation reservation : reserved.all()) {
                if (!(reservation.place() instanceof Place.InContainer(var inside))) continue;
                if (!isIn(moved.containers(), inside)) continue;
                if (stays(reservation.place(), moved.to())) continue;
                reserved.end(
                        reserved.part(reservation, reservation.lot()),
                        ending(Reservation.How.BROKEN));
            }
        }
    }

    private boolean isIn(List<ContainerCode> outer, ContainerCode inner) {
        return outer.stream().anyMatch(o -> containers.isWithin(inner, o));
    }

    private void judged(Event.Judged judged) {
        for (ReservedGoods reserved : goods.values()) {
            for (Portion lot : judged.lots()) {
                for (Reservation reservation : reserved.over(lot)) {
                    if (!reservation.lot().overlaps(lot)) continue;
                    if (isFit(judged.status(), reservation.purpose())) continue;
                    Portion unfit = reservation.lot().common(lot);
                    reserved.end(reserved.part(reservation, unfit), ending(Reservation.How.BROKEN));
                }
            }
        }
    }

    private static boolean isFit(Status status, Purpose purpose) {
        return status == Status.RELEASED || status == Status.RESTRICTED && purpose == Purpose.USE;
    }
}
