package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What an event changes of the stock, with what it corrects undone: movements that happen, and
 * units that are led another way. Of plain lots amounts are summed, so that order does not matter.
 */
public record Rebooking(List<Movement> moves, List<Reroute> reroutes) {

    /** Returns the change that a candidate brings to lots that are known. */
    public static Rebooking of(Candidate candidate, Function<LotId, @Nullable Lot> lots) {
        List<Movement> moves = new ArrayList<>();
        List<Reroute> reroutes = new ArrayList<>();
        Event effect = candidate.effect();
        Event wrong = candidate.undone() == null ? null : candidate.undone().effect();
        if (wrong != null) {
            for (Movement movement : Facts.movements(wrong)) {
                Lot lot = lots.apply(movement.lot().first());
                if (lot != null && !lot.isSerial()) moves.add(movement.backwards());
            }
            for (Reroute reroute : Reroute.of(wrong, effect)) {
                Lot lot = lots.apply(reroute.units().first());
                if (lot != null && lot.isSerial()) reroutes.add(reroute);
            }
        }
        if (effect == null) return new Rebooking(moves, reroutes);
        for (Movement movement : Facts.movements(effect)) {
            Lot lot = lots.apply(movement.lot().first());
            if (lot == null || lot.isSerial() && Bookings.isOfCorrection(effect)) continue;
            if (wrong == null || !lot.isSerial()) moves.add(movement);
            else Reroute.named(movement, wrong).forEach(units -> moves.add(of(movement, units)));
        }
        return new Rebooking(moves, reroutes);
    }

    private static Movement of(Movement m, Portion units) {
        return new Movement(units, Quantity.each(units.count()), null, m.from(), m.to());
    }
}
