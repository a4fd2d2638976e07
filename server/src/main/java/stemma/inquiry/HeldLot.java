package stemma.inquiry;

import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.HeldLots;
import stemma.stock.Hold;

import java.util.ArrayList;
import java.util.List;

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
    public record At(Quantity quantity, String place) {}

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
                stands.add(
                        new At(of(balance, held.units()), gathering.names.place(balance.place())));
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
