package stemma.inquiry;

import stemma.identifiers.Portion;
import stemma.intake.Sight;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.HeldLots;
import stemma.stock.Hold;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A lot, or units of a block, that a hold has marked: where what is left of it stands, and which
 * other holds stop it too, so that lifting this one does not free it.
 */
public record HeldLot(LotLine line, Portion units, List<At> stands, List<Hold> others) {
    public HeldLot {
        stands = List.copyOf(stands);
        others = List.copyOf(others);
    }

    /** So much of it is at a place, in words. */
    public record At(Quantity quantity, Place where, String place) {}

    /** Returns the lots as they may be seen: places of other sites are counted. */
    public static List<HeldLot> to(Sight sight, List<HeldLot> lots) {
        Set<Place> unseen = sight.unseen(lots.stream()
                .flatMap(lot -> lot.stands().stream())
                .map(At::where)
                .toList());
        return unseen.isEmpty()
                ? lots
                : lots.stream().map(lot -> lot.without(unseen)).toList();
    }

    private HeldLot without(Set<Place> unseen) {
        List<At> seen = stands.stream()
                .map(at -> unseen.contains(at.where())
                        ? new At(at.quantity(), at.where(), Where.unseen(1))
                        : at)
                .toList();
        return new HeldLot(line, units, seen, others);
    }

    /** Returns its number, with how many units where not all of the block are held. */
    public String number() {
        return units.equals(line.lot().span())
                ? line.number()
                : line.number() + " (" + units.count()
                        + (units.count() == 1 ? " unit)" : " units)");
    }

    static HeldLot of(HeldLots.Held held, Hold hold, Gathering gathering) {
        LotLine line = gathering.line(held.lot());
        List<At> stands = new ArrayList<>();
        for (Balance balance : gathering.balances)
            if (balance.lot().overlaps(held.units()) && isSomewhere(balance))
                stands.add(new At(
                        of(balance, held.units()),
                        balance.place(),
                        gathering.names.place(balance.place())));
        List<Hold> others = line.holds().stream()
                .filter(other -> !other.code().equals(hold.code()))
                .toList();
        return new HeldLot(line, held.units(), stands, others);
    }

    /** Of a block only the held units are meant. */
    private static Quantity of(Balance balance, Portion units) {
        Portion common = balance.lot().common(units);
        return common.equals(balance.lot()) ? balance.quantity() : Quantity.each(common.count());
    }

    private static boolean isSomewhere(Balance balance) {
        return balance.quantity().isPositive()
                && switch (balance.place()) {
                    case Place.At _,
                            Place.InContainer _,
                            Place.InVessel _,
                            Place.InUnit _,
                            Place.InTransit _,
                            Place.InTransfer _,
                            Place.InCustody _,
                            Place.OfCustomer _ -> true;
                    case Place.InRun _, Place.OfSupplier _, Place.Beyond _ -> false;
                };
    }
}
