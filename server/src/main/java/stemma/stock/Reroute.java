package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;

import java.util.ArrayList;
import java.util.List;

/**
 * Units that a corrected event moved: wrongly as it said, rightly as the correction says, or not at
 * all. Those that still stand where they were brought go where they should have been brought; those
 * that have gone on since stay where they are.
 */
public record Reroute(
        Portion units, Movement wrong, @Nullable Movement right) {

    /** Returns how each part of what the wrong event moved is led by the right one. */
    static List<Reroute> of(Event wrong, @Nullable Event right) {
        List<Reroute> all = new ArrayList<>();
        for (Movement was : Facts.movements(wrong)) {
            List<Portion> left = List.of(was.lot());
            for (Movement is : movements(right)) {
                List<Portion> rest = new ArrayList<>();
                for (Portion units : left) {
                    if (units.overlaps(is.lot())) {
                        all.add(new Reroute(units.common(is.lot()), was, is));
                    }
                    rest.addAll(units.without(is.lot()));
                }
                left = rest;
            }
            left.forEach(units -> all.add(new Reroute(units, was, null)));
        }
        return all;
    }

    /** Returns the units of a movement of the right event that the wrong one did not name. */
    static List<Portion> named(Movement right, Event wrong) {
        List<Portion> fresh = List.of(right.lot());
        for (Movement was : Facts.movements(wrong)) {
            fresh = fresh.stream().flatMap(u -> u.without(was.lot()).stream()).toList();
        }
        return fresh;
    }

    private static List<Movement> movements(@Nullable Event event) {
        return event == null ? List.of() : Facts.movements(event);
    }

    /** Where the wrong event had brought the units. */
    public Place from() {
        return wrong.to();
    }

    /** Where the units should have been brought. */
    public Place to() {
        return right == null ? wrong.from() : right.to();
    }

    /** Says whether the right event takes the units from where the wrong one took them. */
    boolean beginsAlike() {
        return right == null || right.from().equals(wrong.from());
    }
}
