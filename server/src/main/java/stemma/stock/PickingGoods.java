package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.audit.Audit;
import stemma.identifiers.Portion;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.ledger.Evidence;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.store.ReservationTable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes goods in hand for an order, in the transaction of whoever holds the turns. */
final class PickingGoods {
    private final Lots lots;
    private final ReservationTable table;
    private final KeepingGoods keeping;
    private final Audit audit;
    private final WorldClock clock;

    PickingGoods(
            Lots lots,
            ReservationTable table,
            KeepingGoods keeping,
            Audit audit,
            WorldClock clock) {
        this.lots = lots;
        this.table = table;
        this.keeping = keeping;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes in hand what is wanted, out of what is kept for the line and not yet picked first. */
    List<Reservation> pickedUp(
            Reservations.Keeping wanted,
            List<Reservation> own,
            @Nullable String reason,
            Evidence evidence,
            Author author) {
        Map<Long, Reservation> changed = new LinkedHashMap<>();
        Map<Long, ReservedGoods> kept = new HashMap<>();
        Map<Long, Reservation> before = new HashMap<>();
        for (Reservation one : own) {
            before.put(one.key(), one);
            kept.computeIfAbsent(
                            one.lotKey(),
                            _ -> new ReservedGoods(isSerial(one), table::newKey, changed))
                    .add(one);
        }
        Reservation.Picked hands = new Reservation.Picked(author.actor(), clock.now(), evidence);
        List<Pick> others = new ArrayList<>();
        Quantity more = Quantity.zero(wanted.need().quantity().unit());
        for (Pick pick : wanted.picks()) {
            List<Pick> rest = inHand(pick, kept.values(), hands);
            for (Pick other : rest) more = more.plus(other.quantity());
            others.addAll(rest);
        }
        for (ReservedGoods goods : kept.values()) {
            if (!more.isPositive()) break;
            List<Reservation> freed = goods.release(
                    more, new Reservation.Ending(Reservation.How.RELEASED, null, clock.now()));
            for (Reservation one : freed) more = more.minus(one.quantity());
        }
        table.write(List.copyOf(changed.values()), null);
        changed.values()
                .forEach(one -> audit.record(
                        author,
                        one.isOpen() ? "reservation_picked" : "reservation_released",
                        one.order().code(),
                        before.containsKey(one.key())
                                ? KeepingGoods.json(before.get(one.key()))
                                : null,
                        KeepingGoods.json(one),
                        reason));
        List<Reservation> all = new ArrayList<>(
                changed.values().stream().filter(Reservation::isPicked).toList());
        if (!others.isEmpty()) {
            Reservations.Keeping fresh = new Reservations.Keeping(
                    wanted.order(), wanted.line(), wanted.need(), others, wanted.until());
            all.addAll(inHand(keeping.kept(List.of(fresh), reason, author), hands, reason, author));
        }
        return all;
    }

    /** Tells of goods that were reserved only now that they are in hand, one entry each. */
    private List<Reservation> inHand(
            List<Reservation> fresh,
            Reservation.Picked hands,
            @Nullable String reason,
            Author author) {
        List<Reservation> got = fresh.stream().map(one -> one.picked(hands)).toList();
        table.write(got, null);
        for (int i = 0; i < got.size(); i++)
            audit.record(
                    author,
                    "reservation_picked",
                    got.get(i).order().code(),
                    KeepingGoods.json(fresh.get(i)),
                    KeepingGoods.json(got.get(i)),
                    reason);
        return got;
    }

    private boolean isSerial(Reservation one) {
        return lots.lot(one.lot().first()).map(Lot::isSerial).orElse(false);
    }

    /** Marks as picked what is kept there; returns what of the pick was not kept for the line. */
    private static List<Pick> inHand(
            Pick pick, Collection<ReservedGoods> kept, Reservation.Picked hands) {
        List<Portion> units = List.of(pick.lot());
        Quantity left = pick.quantity();
        for (ReservedGoods goods : kept) {
            for (Reservation part : goods.partsOf(pick.lot(), pick.place(), left)) {
                goods.keep(part.picked(hands));
                left = left.minus(part.quantity());
                units = units.stream()
                        .flatMap(u -> u.count() == 1 && part.lot().equals(u)
                                ? java.util.stream.Stream.of(u)
                                : u.without(part.lot()).stream())
                        .toList();
            }
        }
        if (!left.isPositive()) return List.of();
        if (pick.lot().count() == 1) return List.of(new Pick(pick.lot(), pick.place(), left));
        return units.stream()
                .map(u -> new Pick(u, pick.place(), Quantity.each(u.count())))
                .toList();
    }
}
