package stemma.stock;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Item;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.ledger.Rule;
import stemma.ledger.Status;
import stemma.ledger.Undo;
import stemma.lots.Judgement;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.store.OnHand;
import stemma.stock.store.ReservationTable;
import stemma.stock.store.StockTable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of some lots stands at a site and is kept for nobody, judged by the rules that judge its
 * taking. Reads a fixed number of sets, however many lots there are.
 */
final class FreeStock {
    private final JdbcClient database;
    private final Lots lots;
    private final StockTable table;
    private final ReservationTable reservations;

    FreeStock(JdbcClient database, Lots lots) {
        this.database = database;
        this.lots = lots;
        this.table = new StockTable(database);
        this.reservations = new ReservationTable(database);
    }

    /** What the offers of one answer are judged by. */
    private record Known(
            List<Judgement> judgements,
            HoldBook holds,
            List<Mark> marks,
            List<Hold> inForce,
            ContainerBook containers,
            Map<LotId, ReservedGoods> reserved) {}

    /** Returns the offers of the lots with these keys, those that may be taken and others. */
    List<Offer> offers(Collection<Long> keys, Need need, Instant now) {
        return offers(keys, List.of(need), now).getFirst();
    }

    /** Returns for each need, in their order, the offers of those lots that are of its item. */
    List<List<Offer>> offers(Collection<Long> keys, List<Need> needs, Instant now) {
        List<OnHand> there = OnHand.of(keys, database);
        Map<Long, Lot> found = lots.byKey(there.stream().map(OnHand::lot).toList());
        Known known = known(there, found, now);
        return needs.stream().map(need -> offers(need, there, found, known)).toList();
    }

    private static List<Offer> offers(
            Need need, List<OnHand> there, Map<Long, Lot> found, Known known) {
        List<Offer> offers = new ArrayList<>();
        for (OnHand some : there) {
            Lot lot = found.get(some.lot());
            if (lot == null || !Item.key(lot.item()).equals(Item.key(need.item()))) continue;
            if (!isAtSite(some.place(), need, known)) continue;
            Portion units = new Portion(
                    new LotId(lot.id().birth(), some.first()), some.last() - some.first() + 1);
            Quantity quantity = new Quantity(some.quantity(), lot.unit());
            Balance balance = new Balance(
                    lot.isSerial() ? units : Portion.of(lot.id()), some.place(), quantity, null);
            if (lot.isPool()) endless(lot, balance, need, offers);
            else if (lot.isSerial()) units(lot, balance, need, known, offers);
            else plain(lot, balance, need, known, offers);
        }
        return offers;
    }

    private Known known(List<OnHand> there, Map<Long, Lot> found, Instant now) {
        Collection<Lot> all = found.values();
        Set<ContainerCode> codes = new TreeSet<>();
        for (OnHand some : there) {
            if (some.place() instanceof Place.InContainer(var code)) codes.add(code);
        }
        Undo never = new Undo();
        ContainerBook containers = new ContainerBook(table.containers(codes), never);
        List<Hold> holds = table.holds();
        List<Mark> marks = table.marks(all);
        return new Known(
                lots.judgements(all),
                new HoldBook(holds, marks, containers, never),
                marks,
                holds,
                containers,
                reserved(reservations.inForce(found.keySet(), List.of(), now), found));
    }

    private static Map<LotId, ReservedGoods> reserved(
            List<Reservation> inForce, Map<Long, Lot> found) {
        Map<LotId, ReservedGoods> byLot = new HashMap<>();
        for (Reservation reservation : inForce) {
            Lot lot = java.util.Objects.requireNonNull(found.get(reservation.lotKey()));
            byLot.computeIfAbsent(
                            lot.id(),
                            _ -> new ReservedGoods(lot.isSerial(), () -> 0, new HashMap<>()))
                    .add(reservation);
        }
        return byLot;
    }

    private static boolean isAtSite(Place place, Need need, Known known) {
        return known.containers().standing(place) instanceof Place.At(var site, var _)
                && site.code().equalsIgnoreCase(need.site().code());
    }

    /** There is always as much of a pool to be used as is asked for, from where it is booked. */
    private static void endless(Lot pool, Balance balance, Need need, List<Offer> offers) {
        boolean isMeant =
                need.purpose() == Purpose.USE && need.quantity().unit().equals(pool.unit());
        if (isMeant && offers.isEmpty())
            offers.add(new Offer(pool, balance.lot(), balance.place(), need.quantity(), null));
    }

    private static void plain(
            Lot lot, Balance balance, Need need, Known known, List<Offer> offers) {
        ReservedGoods reserved = known.reserved().get(lot.id());
        Quantity kept = reserved == null
                ? Quantity.zero(lot.unit())
                : reserved.at(balance.place(), Quantity.zero(lot.unit()));
        Quantity free = balance.quantity().minus(kept);
        Rule against = against(lot, balance.lot(), balance.place(), need, known);
        if (!free.isPositive()) {
            offers.add(new Offer(
                    lot,
                    balance.lot(),
                    balance.place(),
                    Quantity.zero(lot.unit()),
                    Rule.LOT_IS_RESERVED));
        } else offers.add(new Offer(lot, balance.lot(), balance.place(), free, against));
    }

    /** Units are told apart where a judgement, a mark, a hold or a reservation parts them. */
    private static void units(
            Lot lot, Balance balance, Need need, Known known, List<Offer> offers) {
        List<Portion> free = List.of(balance.lot());
        ReservedGoods reserved = known.reserved().get(lot.id());
        if (reserved != null) {
            for (Reservation kept : reserved.over(balance.lot())) free = cutOut(free, kept.lot());
        }
        List<Portion> pieces = new ArrayList<>(free);
        for (Judgement judgement : known.judgements()) pieces = parted(pieces, judgement.lot());
        for (Mark mark : known.marks()) pieces = parted(pieces, mark.lot());
        for (Hold hold : known.inForce()) {
            if (hold.reach() instanceof stemma.ledger.Reach.Sublot(var held)) {
                pieces = parted(pieces, held);
            }
        }
        for (Portion piece : pieces) {
            offers.add(new Offer(
                    lot,
                    piece,
                    balance.place(),
                    Quantity.each(piece.count()),
                    against(lot, piece, balance.place(), need, known)));
        }
    }

    private static List<Portion> cutOut(List<Portion> from, Portion units) {
        return from.stream().flatMap(p -> p.without(units).stream()).toList();
    }

    private static List<Portion> parted(List<Portion> pieces, Portion at) {
        List<Portion> parted = new ArrayList<>();
        for (Portion piece : pieces) {
            if (piece.overlaps(at)) parted.add(piece.common(at));
            parted.addAll(piece.overlaps(at) ? piece.without(at) : List.of(piece));
        }
        return parted;
    }

    private static @Nullable Rule against(
            Lot lot, Portion units, Place place, Need need, Known known) {
        if (lot.isRetained()) return Rule.LOT_IS_RETAINED;
        if (!known.holds().reaching(lot, units, place).isEmpty()) return Rule.LOT_IS_HELD;
        List<Judgement> judged =
                known.judgements().stream().filter(j -> j.lot().overlaps(units)).toList();
        Rule status = status(Judgement.last(lot, units, judged), need.purpose());
        if (status != null) return status;
        PassportDate retest = lot.passport().retest();
        PassportDate expiry = lot.passport().expiry();
        if (expiry != null && expiry.lastDay().isBefore(need.day())) return Rule.LOT_EXPIRED;
        if (retest != null && retest.lastDay().isBefore(need.day())) return Rule.RETEST_DUE;
        if (expiry == null) return null;
        return expiry.lastDay().isBefore(need.lasting()) ? Rule.SHELF_LIFE_TOO_SHORT : null;
    }

    private static @Nullable Rule status(Status status, Purpose purpose) {
        return switch (status) {
            case RELEASED -> null;
            case RESTRICTED -> purpose == Purpose.SHIP ? Rule.LOT_RESTRICTED : null;
            case QUARANTINED -> Rule.LOT_NOT_RELEASED;
            case REJECTED -> Rule.LOT_REJECTED;
        };
    }
}
