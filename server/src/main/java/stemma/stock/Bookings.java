package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.AdjustmentCause;
import stemma.ledger.Candidate;
import stemma.ledger.Circumstances;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.ledger.Rule;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The events that a report or a correction brings with it: booked shortages and holds on what came
 * of it.
 */
final class Bookings {
    private final StockBook book;
    private final List<Event> following = new ArrayList<>();
    private final Set<Portion> goneOn = new LinkedHashSet<>();

    Bookings(StockBook book) {
        this.book = book;
    }

    List<Event> following(Candidate candidate, List<Violation> violated) {
        boolean states = candidate.event().circumstances().isReport()
                || candidate.event() instanceof Event.Corrected;
        if (!states) return following;
        shortages(candidate);
        if (Rule.anyOf(Rule.Nature.QUALITY, violated)) holds(candidate, violated);
        return following;
    }

    /**
     * Plays the movements and finds for each guarded place how much it would be short in the end.
     */
    private void shortages(Candidate candidate) {
        Event effect = candidate.effect();
        int before = book.shelf().steps();
        Map<Spot, Quantity> taken = new HashMap<>();
        Set<Spot> spots = new LinkedHashSet<>();
        if (candidate.undone() != null) {
            for (Movement movement : Facts.movements(candidate.undone().effect())) {
                spots.add(new Spot(movement.lot(), movement.to()));
                goneOn(candidate, movement);
                book.back(movement);
            }
        }
        if (effect != null) {
            for (Movement movement : Facts.movements(effect)) {
                Lot lot = book.lots().find(movement.lot().first());
                if (lot == null || lot.isPool()) continue;
                if (lot.isSerial()) elsewhere(candidate, lot, movement);
                spots.add(new Spot(movement.lot(), movement.from()));
                if (candidate.undone() == null) book.shelf().move(lot, movement);
                else book.shelf().moveThere(lot, movement);
            }
        }
        int number = 0;
        for (Spot spot : spots) {
            Lot lot = book.lots().find(spot.lot().first());
            if (lot == null || lot.isSerial() || lot.isPool() || !spot.place().isGuarded())
                continue;
            Quantity there = book.shelf().at(lot, spot.place());
            if (!there.isNegative() || taken.containsKey(spot)) continue;
            taken.put(spot, there);
            AdjustmentCause cause = candidate.event() instanceof Event.Corrected
                    ? AdjustmentCause.CORRECTION
                    : AdjustmentCause.SHORTAGE;
            following.add(new Event.Adjusted(
                    circumstances(candidate, "adjusted/" + number++, "booked_shortage"),
                    Portion.of(lot.id()),
                    there.negated(),
                    null,
                    Place.Beyond.COUNT_VARIANCE,
                    spot.place(),
                    cause));
        }
        book.shelf().backTo(before);
    }

    private record Spot(Portion lot, Place place) {}

    /**
     * Units that have gone on since from where the corrected event had brought them stay where they
     * are: if it brought them elsewhere, they went from there to where they are known to have left.
     */
    private void goneOn(Candidate candidate, Movement undone) {
        Lot lot = book.lots().find(undone.lot().first());
        if (lot == null || !lot.isSerial()) return;
        UnitRanges ranges = book.shelf().ranges(lot);
        for (UnitRanges.Range range : ranges.of(undone.lot())) {
            if (range.place().equals(undone.to())) continue;
            goneOn.add(ranges.portion(range));
            for (int ordinal = range.first(); ordinal <= range.last(); ordinal++) {
                Portion unit = Portion.of(new LotId(lot.id().birth(), ordinal));
                Place now = broughtTo(candidate.effect(), unit, undone.from());
                if (now.equals(undone.to())) continue;
                following.add(new Event.Adjusted(
                        circumstances(candidate, "gone-on/" + unit, "unit_had_gone_on"),
                        unit,
                        Quantity.each(1),
                        null,
                        now,
                        undone.to(),
                        AdjustmentCause.CORRECTION));
            }
        }
    }

    private static Place broughtTo(@Nullable Event effect, Portion unit, Place otherwise) {
        if (effect == null) return otherwise;
        return Facts.movements(effect).stream()
                .filter(m -> m.lot().overlaps(unit))
                .map(Movement::to)
                .findFirst()
                .orElse(otherwise);
    }

    /** A unit reported where it is not is first moved there from where the books have it. */
    private void elsewhere(Candidate candidate, Lot lot, Movement movement) {
        UnitRanges ranges = book.shelf().ranges(lot);
        for (UnitRanges.Range range : ranges.of(movement.lot())) {
            if (range.place().equals(movement.from())) continue;
            if (goneOn.stream().anyMatch(units -> units.overlaps(ranges.portion(range)))) continue;
            Portion units = ranges.portion(range);
            following.add(new Event.Adjusted(
                    circumstances(candidate, "elsewhere/" + units, "unit_was_elsewhere"),
                    units,
                    Quantity.each(units.count()),
                    null,
                    range.place(),
                    movement.from(),
                    AdjustmentCause.ELSEWHERE));
        }
    }

    private static Circumstances circumstances(Candidate candidate, String role, String reason) {
        return candidate.event().circumstances().following(role, Reason.of(reason));
    }

    /** What came of a broken quality rule is held until somebody signs for it. */
    private void holds(Candidate candidate, List<Violation> violated) {
        Event effect = candidate.effect();
        if (effect == null) return;
        switch (effect) {
            case Event.Consumed e -> hold(candidate, new Reach.Yield(e.run().id()), 0);
            case Event.Merged e -> hold(candidate, new Reach.Yield(Facts.ownRun(e.id())), 0);
            case Event.Installed e -> hold(candidate, new Reach.Sublot(Portion.of(e.unit())), 0);
            case Event.Filled _ -> {
                int number = 0;
                Set<Portion> lots = new LinkedHashSet<>();
                violated.stream()
                        .filter(v -> Rule.of(v.code()).nature() == Rule.Nature.QUALITY)
                        .forEach(v -> {
                            if (v.lot() != null) lots.add(v.lot());
                        });
                for (Portion lot : lots) hold(candidate, new Reach.Sublot(lot), number++);
            }
            default -> {}
        }
    }

    private void hold(Candidate candidate, Reach reach, int number) {
        Circumstances held = circumstances(candidate, "held/" + number, "broken_quality_rule");
        following.add(new Event.Held(
                held, new HoldCode("H-" + held.id()), reach, Descent.WITH_DESCENDANTS));
    }
}
