package stemma.stock;

import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Undo;
import stemma.lots.Lot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The holds in force and what they reach, in memory for one append. */
final class HoldBook {
    private final Map<HoldCode, Hold> holds = new HashMap<>();
    private final Map<HoldCode, Hold> set = new HashMap<>();
    private final Map<EventId, List<Mark>> marks = new HashMap<>();
    private final ContainerBook containers;
    private final Undo undo;

    HoldBook(List<Hold> holds, List<Mark> marks, ContainerBook containers, Undo undo) {
        holds.forEach(h -> this.holds.put(h.code(), h));
        marks.forEach(m -> on(m.lot()).add(m));
        this.containers = containers;
        this.undo = undo;
    }

    /** Says whether a hold of that code was set before in this append, in force or not. */
    boolean wasSet(HoldCode code) {
        return set.containsKey(code);
    }

    /** Returns the holds that keep what the resource touched from then until then. */
    List<Hold> touching(ResourceCode resource, Instant from, Instant to) {
        return holds.values().stream()
                .filter(hold -> hold.reach() instanceof Reach.Touched(var touched, var window)
                        && touched.equals(resource)
                        && !window.from().isAfter(to)
                        && !window.to().isBefore(from))
                .sorted(Comparator.comparing(Hold::code))
                .toList();
    }

    boolean knows(HoldCode code) {
        return holds.containsKey(code);
    }

    void set(Hold hold) {
        undo.put(holds, hold.code(), hold);
        undo.put(set, hold.code(), hold);
    }

    void lift(HoldCode code) {
        Hold before = holds.remove(code);
        if (before != null) undo.step(() -> holds.put(code, before));
    }

    void mark(Mark mark) {
        on(mark.lot()).add(mark);
        undo.step(on(mark.lot())::removeLast);
    }

    /** Returns the marks on lots of the same birth. */
    private List<Mark> on(Portion lot) {
        return marks.computeIfAbsent(lot.first().birth(), _ -> new ArrayList<>());
    }

    /**
     * Returns the holds that reach the material standing at the place, in the order of their codes.
     */
    List<Hold> reaching(Lot lot, Portion portion, Place at) {
        return holds.values().stream()
                .filter(hold -> reaches(hold, lot, portion, at))
                .sorted(Comparator.comparing(Hold::code))
                .toList();
    }

    /** Returns the holds whose descendants the material's descendants are. */
    List<Hold> inherited(Lot lot, Portion portion, Place at) {
        return reaching(lot, portion, at).stream()
                .filter(h -> h.descent() == stemma.ledger.Descent.WITH_DESCENDANTS)
                .toList();
    }

    List<Hold> inForce() {
        return List.copyOf(holds.values());
    }

    Stream<Hold> spreading() {
        return holds.values().stream().filter(h -> h.spread() == Hold.Spread.SPREADING);
    }

    private boolean reaches(Hold hold, Lot lot, Portion portion, Place at) {
        boolean marked = on(portion).stream()
                .anyMatch(m -> m.hold().equals(hold.code()) && m.lot().overlaps(portion));
        if (marked) return true;
        return switch (hold.reach()) {
            case Reach.Family(var item, var number) ->
                number.normal().equals(lot.number().normal())
                        && (item == null || item.equals(lot.item()));
            case Reach.Sublot(var held) -> held.overlaps(portion);
            case Reach.Content _, Reach.Standing _ -> standsIn(hold, at, containers);
            case Reach.Yield _, Reach.Touched _ -> false;
        };
    }

    static boolean standsIn(Hold hold, Place at, ContainerBook containers) {
        return switch (hold.reach()) {
            case Reach.Content(var container) ->
                at instanceof Place.InContainer(var inside)
                        && containers.isWithin(inside, container);
            case Reach.Standing(var site, var location) ->
                containers.standing(at).equals(new Place.At(site, location));
            case Reach.Family _, Reach.Sublot _, Reach.Yield _, Reach.Touched _ -> false;
        };
    }

    /** Marks with the holds of the place what is taken from it: it stays held where it goes. */
    void leave(Portion portion, Place from) {
        for (Hold hold : List.copyOf(holds.values())) {
            if (standsIn(hold, from, containers)) mark(new Mark(hold.code(), portion));
        }
    }
}
