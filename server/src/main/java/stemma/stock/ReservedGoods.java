package stemma.stock;

import stemma.identifiers.LotId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The open reservations of one lot, in memory. Those of a block never overlap, so that they are
 * found by ordinal; those of a plain lot are sums at places.
 */
final class ReservedGoods {
    /** Who goes first where only some can: what is picked, then what has waited longest. */
    private static final Comparator<Reservation> FIRST = Comparator.comparing(
                    (Reservation r) -> !r.isPicked())
            .thenComparing(Reservation::since)
            .thenComparing(Reservation::key);

    private final boolean serial;
    private final LongSupplier keys;
    private final NavigableMap<Long, Reservation> open = new TreeMap<>();
    private final Map<Long, Reservation> changed;

    ReservedGoods(boolean serial, LongSupplier keys, Map<Long, Reservation> changed) {
        this.serial = serial;
        this.keys = keys;
        this.changed = changed;
    }

    void add(Reservation reservation) {
        open.put(place(reservation), reservation);
    }

    private long place(Reservation reservation) {
        return serial ? reservation.lot().first().ordinal() : reservation.key();
    }

    Collection<Reservation> all() {
        return List.copyOf(open.values());
    }

    /** Returns those that are for any of these units; of a plain lot, all. */
    List<Reservation> over(Portion units) {
        if (!serial) return new ArrayList<>(open.values());
        long first = units.first().ordinal();
        Long start = open.floorKey(first);
        return open
                .subMap(start == null ? first : start, true, (long) units.last(), true)
                .values()
                .stream()
                .filter(r -> r.lot().overlaps(units))
                .toList();
    }

    Quantity at(Place where, Quantity none) {
        Quantity sum = none;
        for (Reservation reservation : open.values()) {
            if (reservation.place().equals(where)) sum = sum.plus(reservation.quantity());
        }
        return sum;
    }

    /** Takes what an order takes out of what is reserved for it: there first, then elsewhere. */
    void take(OrderCode order, Portion lot, Quantity quantity, Place from, Reservation.Ending how) {
        Predicate<Reservation> own = r -> isSame(r.order(), order);
        if (!serial) {
            Comparator<Reservation> nearest =
                    Comparator.comparing((Reservation r) -> !r.place().equals(from));
            end(own, nearest.thenComparing(FIRST), quantity, how);
            return;
        }
        int taken = 0;
        for (Reservation reservation : over(lot)) {
            if (!own.test(reservation)) continue;
            Reservation part = part(reservation, reservation.lot().common(lot));
            taken += part.lot().count();
            end(part, how);
        }
        int others = lot.count() - taken;
        if (others == 0) return;
        List<Reservation> elsewhere =
                open.values().stream().filter(own).sorted(FIRST).toList();
        for (Reservation reservation : elsewhere) {
            if (others == 0) return;
            Portion units = reservation.lot();
            int some = Math.min(others, units.count());
            LotId first = new LotId(units.first().birth(), units.last() - some + 1);
            end(part(reservation, new Portion(first, some)), how);
            others -= some;
        }
    }

    private static boolean isSame(OrderCode one, OrderCode other) {
        return one.code().equalsIgnoreCase(other.code());
    }

    /** Breaks so much of what is reserved at a place, the youngest first. */
    List<Reservation> breakAt(Place where, Quantity excess, Reservation.Ending how) {
        return end(r -> r.place().equals(where), FIRST.reversed(), excess, how);
    }

    private List<Reservation> end(
            Predicate<Reservation> which,
            Comparator<Reservation> order,
            Quantity quantity,
            Reservation.Ending how) {
        List<Reservation> parts = parts(which, order, quantity);
        parts.forEach(part -> end(part, how));
        return parts;
    }

    /** Takes parts out that are of these goods at the place, at most so much. */
    List<Reservation> partsOf(Portion lot, Place where, Quantity quantity) {
        if (!serial) {
            return parts(r -> r.lot().equals(lot) && r.place().equals(where), FIRST, quantity);
        }
        List<Reservation> parts = new ArrayList<>();
        for (Reservation reservation : over(lot)) {
            if (reservation.place().equals(where))
                parts.add(part(reservation, reservation.lot().common(lot)));
        }
        return parts;
    }

    /** Ends so much of what is not picked, the youngest first; returns what ended. */
    List<Reservation> release(Quantity quantity, Reservation.Ending how) {
        if (!serial) return end(r -> !r.isPicked(), FIRST.reversed(), quantity, how);
        List<Reservation> ended = new ArrayList<>();
        int left = quantity.amount().intValue();
        for (Reservation reservation : all()) {
            if (left == 0) return ended;
            if (reservation.isPicked()) continue;
            Portion units = reservation.lot();
            int some = Math.min(left, units.count());
            LotId first = new LotId(units.first().birth(), units.last() - some + 1);
            Reservation part = part(reservation, new Portion(first, some));
            end(part, how);
            ended.add(part);
            left -= some;
        }
        return ended;
    }

    /**
     * Takes parts out that make up the quantity, as far as there are any: what fits it exactly,
     * then what fits whole, the most first, so that what is kept together stays together.
     */
    List<Reservation> partsAt(Place where, Quantity quantity) {
        List<Reservation> parts = new ArrayList<>();
        Quantity left = quantity;
        List<Reservation> most = open.values().stream()
                .filter(r -> r.place().equals(where))
                .sorted(Comparator.comparing((Reservation r) -> r.quantity().amount())
                        .reversed()
                        .thenComparing(FIRST))
                .toList();
        for (Reservation reservation : most) {
            if (left.isLessThan(reservation.quantity())) continue;
            parts.add(part(reservation, reservation.quantity()));
            left = left.minus(reservation.quantity());
        }
        parts.addAll(parts(r -> r.place().equals(where), FIRST, left));
        return parts;
    }

    private List<Reservation> parts(
            Predicate<Reservation> which, Comparator<Reservation> order, Quantity quantity) {
        List<Reservation> parts = new ArrayList<>();
        Quantity left = quantity;
        for (Reservation reservation :
                open.values().stream().filter(which).sorted(order).toList()) {
            if (!left.isPositive()) return parts;
            Quantity some = reservation.quantity().isLessThan(left) ? reservation.quantity() : left;
            parts.add(part(reservation, some));
            left = left.minus(some);
        }
        return parts;
    }

    /** Takes a quantity out of a reservation of a plain lot; the rest stays. */
    Reservation part(Reservation whole, Quantity some) {
        open.remove(place(whole));
        if (!some.isLessThan(whole.quantity())) return whole;
        keep(whole.leaving(whole.lot(), whole.quantity().minus(some)));
        return whole.part(keys.getAsLong(), whole.lot(), some);
    }

    /** Takes units out of a reservation; the others stay. */
    Reservation part(Reservation whole, Portion units) {
        open.remove(place(whole));
        List<Portion> rest = whole.lot().without(units);
        if (rest.isEmpty()) return whole;
        Portion stays = rest.getFirst();
        keep(whole.leaving(stays, Quantity.each(stays.count())));
        for (Portion other : rest.subList(1, rest.size())) {
            keep(whole.part(keys.getAsLong(), other, Quantity.each(other.count())));
        }
        return whole.part(keys.getAsLong(), units, Quantity.each(units.count()));
    }

    /** Puts a reservation down, as it is now. */
    void keep(Reservation reservation) {
        add(reservation);
        changed.put(reservation.key(), reservation);
    }

    /** Ends what was taken out. */
    void end(Reservation part, Reservation.Ending how) {
        changed.put(part.key(), part.ended(how));
    }
}
