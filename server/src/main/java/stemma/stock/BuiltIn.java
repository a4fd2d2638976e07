package stemma.stock;

import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.ledger.Undo;
import stemma.lots.Lot;
import stemma.lots.LotBook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is built into the units of an append: where a unit goes, its parts go, and theirs. */
final class BuiltIn {
    private final LotBook lots;
    private final Shelf shelf;
    private final Undo undo;
    private final Map<EventId, List<Part>> parts = new HashMap<>();

    /** Material that stands, or stood at the beginning of the append, in a unit. */
    record Part(Portion lot, LotId unit) {
        Place place() {
            return new Place.InUnit(unit);
        }
    }

    BuiltIn(LotBook lots, Shelf shelf, Undo undo) {
        this.lots = lots;
        this.shelf = shelf;
        this.undo = undo;
    }

    void load(Balance balance) {
        if (balance.place() instanceof Place.InUnit(var unit))
            of(unit).add(new Part(balance.lot(), unit));
    }

    void install(Portion lot, LotId unit) {
        List<Part> all = of(unit);
        all.add(new Part(lot, unit));
        undo.step(all::removeLast);
    }

    private List<Part> of(LotId unit) {
        return parts.computeIfAbsent(unit.birth(), _ -> new ArrayList<>());
    }

    /** Returns all that stands in these units now, in their parts too. */
    List<Part> within(Portion units) {
        List<Part> within = new ArrayList<>();
        Set<Part> met = new HashSet<>();
        Deque<Portion> open = new ArrayDeque<>(List.of(units));
        while (!open.isEmpty()) {
            Portion of = open.removeFirst();
            for (Part part : parts.getOrDefault(of.first().birth(), List.of())) {
                if (!of.contains(part.unit()) || !isThere(part) || !met.add(part)) continue;
                within.add(part);
                open.add(part.lot());
            }
        }
        return within;
    }

    private boolean isThere(Part part) {
        Lot lot = lots.find(part.lot().first());
        if (lot == null) return false;
        return lot.isSerial()
                ? shelf.ranges(lot).countAt(part.lot(), part.place()) > 0
                : shelf.at(lot, part.place()).isPositive();
    }
}
