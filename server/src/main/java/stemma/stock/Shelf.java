package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
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
    private final Map<LotId, Map<Place, Quantity>> weighed = new HashMap<>();
    private final Map<LotId, UnitRanges> units = new HashMap<>();
    private final List<Runnable> undo = new ArrayList<>();

    void load(Lot lot, Balance balance) {
        if (lot.isSerial()) {
            ranges(lot).add(balance.lot().first().ordinal(), balance.lot().last(), balance.place());
        } else {
            places(lot).put(balance.place(), balance.quantity());
            if (balance.catchWeight() != null) {
                weights(lot).put(balance.place(), balance.catchWeight());
            }
        }
    }

    Quantity at(Lot lot, Place place) {
        return places(lot).getOrDefault(place, Quantity.zero(lot.unit()));
    }

    /** Returns the catch weight there, or null where it was not weighed. */
    @Nullable
    Quantity weightAt(Lot lot, Place place) {
        Quantity weight = weights(lot).get(place);
        return weight != null && weight.isPositive() ? weight : null;
    }

    private Map<Place, Quantity> weights(Lot lot) {
        return weighed.computeIfAbsent(lot.id(), _ -> new HashMap<>());
    }

    Map<Place, Quantity> places(Lot lot) {
        return plain.computeIfAbsent(lot.id(), _ -> new HashMap<>());
    }

    UnitRanges ranges(Lot lot) {
        return units.computeIfAbsent(lot.id(), UnitRanges::new);
    }

    void move(Lot lot, Movement movement) {
        if (lot.isSerial()) {
            undo.add(ranges(lot).put(movement.lot(), movement.to()));
        } else {
            add(places(lot), movement.from(), movement.quantity().negated());
            add(places(lot), movement.to(), movement.quantity());
            Quantity weight = movement.catchWeight();
            if (weight == null) return;
            add(weights(lot), movement.from(), weight.negated());
            add(weights(lot), movement.to(), weight);
        }
    }

    /** Puts at a place those of the units that stand at another. */
    void reroute(Lot lot, Portion portion, Place from, Place to) {
        undo.add(ranges(lot).putThere(portion, from, to));
    }

    private void add(Map<Place, Quantity> places, Place place, Quantity quantity) {
        Quantity before = places.get(place);
        places.put(place, before == null ? quantity : before.plus(quantity));
        undo.add(() -> {
            if (before == null) places.remove(place);
            else places.put(place, before);
        });
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
