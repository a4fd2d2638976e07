package stemma.stock;

import stemma.identifiers.LotId;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands where, in memory: loaded for an append, then moved as its events stand. */
final class Shelf {
    private final Map<LotId, Map<Place, Quantity>> plain = new HashMap<>();
    private final Map<LotId, UnitRanges> units = new HashMap<>();
    private final List<Runnable> undo = new ArrayList<>();

    void load(Lot lot, Balance balance) {
        if (lot.isSerial()) {
            ranges(lot).add(balance.lot().first().ordinal(), balance.lot().last(), balance.place());
        } else {
            places(lot).put(balance.place(), balance.quantity());
        }
    }

    Quantity at(Lot lot, Place place) {
        return places(lot).getOrDefault(place, Quantity.zero(lot.unit()));
    }

    Map<Place, Quantity> places(Lot lot) {
        return plain.computeIfAbsent(lot.id(), _ -> new HashMap<>());
    }

    UnitRanges ranges(Lot lot) {
        return units.computeIfAbsent(lot.id(), UnitRanges::new);
    }

    void move(Lot lot, Movement movement) {
        if (lot.isSerial()) {
            UnitRanges before = ranges(lot).copy();
            undo.add(() -> units.put(lot.id(), before));
            ranges(lot).put(movement.lot(), movement.to());
        } else {
            add(lot, movement.from(), movement.quantity().negated());
            add(lot, movement.to(), movement.quantity());
        }
    }

    private void add(Lot lot, Place place, Quantity quantity) {
        Map<Place, Quantity> places = places(lot);
        Quantity before = at(lot, place);
        places.put(place, before.plus(quantity));
        undo.add(() -> places.put(place, before));
    }

    void mark() {
        undo.clear();
    }

    /** Returns how many steps have been taken since the mark. */
    int steps() {
        return undo.size();
    }

    /** Takes steps back, last first, until only so many are left. */
    void backTo(int steps) {
        while (undo.size() > steps) undo.removeLast().run();
    }
}
