package stemma.stock;

import static stemma.ledger.AdjustmentCause.CORRECTION;
import static stemma.ledger.AdjustmentCause.ELSEWHERE;

import stemma.identifiers.HoldCode;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The events that a report or a correction brings with it: booked shortages and holds on what came
 * of it.
 */
final class Bookings {
    private final StockBook book;
    private final List<Event> following = new ArrayList<>();

    Bookings(StockBook book) {
        this.book = book;
    }

    List<Event> following(Candidate candidate, List<Violation> violated) {
        boolean states = candidate.event().circumstances().isReport()
                || candidate.event() instanceof Event.Corrected;
        if (!states) return following;
        shortages(candidate);
        if (Rule.anyOf(Rule.Nature.QUALITY, violated)) holds(candidate, violated);
        doubles(candidate);
        return following;
    }

    /**
     * Plays the movements and finds for each finite place how much it would be short in the end.
     */
    private void shortages(Candidate candidate) {
        int before = book.shelf().steps();
        Set<Spot> spots = new LinkedHashSet<>();
        Rebooking rebooking = Rebooking.of(candidate, book.lots()::find);
        rebooking.reroutes().forEach(reroute -> settle(candidate, reroute));
        for (Movement movement : rebooking.moves()) {
            Lot lot = book.lots().get(movement.lot().first());
            if (lot.isSerial()) elsewhere(candidate, lot, movement);
            else spots.add(new Spot(lot, movement.from()));
            book.move(movement);
        }
        int number = 0;
        for (Spot spot : spots) {
            Quantity there = book.shelf().at(spot.lot(), spot.place());
            if (spot.lot().isPool() || !spot.place().isFinite() || !there.isNegative()) continue;
            following.add(new Event.Adjusted(
                    circumstances(candidate, "adjusted/" + number++, "booked_shortage"),
                    Portion.of(spot.lot().id()),
                    there.negated(),
                    null,
                    Place.Beyond.COUNT_VARIANCE,
                    spot.place(),
                    candidate.event() instanceof Event.Corrected
                            ? CORRECTION
                            : AdjustmentCause.SHORTAGE));
        }
        book.shelf().backTo(before);
    }

    private record Spot(Lot lot, Place place) {}

    /**
     * Rerouted units went from where the books had them to where the right event takes them, and
     * those gone on since from where it brings them to where they are known to have left.
     */
    private void settle(Candidate candidate, Reroute reroute) {
        Movement right = reroute.right();
        if (right != null && !reroute.beginsAlike() && !isBirth(candidate, reroute.units())) {
            Place books = reroute.wrong().from();
            bring(candidate, CORRECTION, reroute.units(), books, right.from());
        }
        if (reroute.to().equals(reroute.from())) return;
        UnitRanges ranges = book.shelf().ranges(book.lots().get(reroute.units().first()));
        for (UnitRanges.Range range : ranges.of(reroute.units())) {
            if (range.place().equals(reroute.from())) continue;
            bring(candidate, CORRECTION, ranges.portion(range), reroute.to(), reroute.from());
        }
    }

    private static boolean isBirth(Candidate candidate, Portion units) {
        Event effect = candidate.effect();
        return effect != null && units.first().birth().equals(effect.id());
    }

    /** Says whether the ledger added the event to make a correction fit what happened since. */
    static boolean isOfCorrection(Event event) {
        return event instanceof Event.Adjusted a
                && a.cause() == CORRECTION
                && a.circumstances().follows() != null;
    }

    /** A unit reported where it is not is first moved there from where the books have it. */
    private void elsewhere(Candidate candidate, Lot lot, Movement movement) {
        UnitRanges ranges = book.shelf().ranges(lot);
        for (UnitRanges.Range range : ranges.of(movement.lot())) {
            if (range.place().equals(movement.from())) continue;
            bring(candidate, ELSEWHERE, ranges.portion(range), range.place(), movement.from());
        }
    }

    private void bring(
            Candidate candidate, AdjustmentCause cause, Portion units, Place from, Place to) {
        String reason = cause == ELSEWHERE ? "unit_was_elsewhere" : "unit_had_gone_on";
        following.add(new Event.Adjusted(
                circumstances(candidate, reason + "/" + units + "/" + from.text(), reason),
                units,
                Quantity.each(units.count()),
                null,
                from,
                to,
                cause));
    }

    private static Circumstances circumstances(Candidate candidate, String role, String reason) {
        return candidate.event().circumstances().following(role, Reason.of(reason));
    }

    /** Of two units under one serial one is not what it says; the later waits. */
    private void doubles(Candidate candidate) {
        Event effect = candidate.effect();
        if (effect == null || candidate.undone() != null) return;
        int number = 0;
        for (Portion unit : book.lots().doubles(effect)) {
            Circumstances held = circumstances(candidate, "double/" + number++, "serial_taken");
            following.add(new Event.Held(
                    held,
                    new HoldCode("H-" + held.id()),
                    new Reach.Sublot(unit),
                    Descent.WITH_DESCENDANTS));
        }
    }

    /** What came of a broken quality rule is held until somebody signs for it. */
    private void holds(Candidate candidate, List<Violation> violated) {
        Event effect = candidate.effect();
        if (effect == null) return;
        switch (effect) {
            case Event.Consumed e -> hold(candidate, new Reach.Yield(e.run().id()), 0);
            case Event.Merged e -> hold(candidate, new Reach.Yield(Facts.ownRun(e.id())), 0);
            case Event.Installed e -> hold(candidate, new Reach.Sublot(Portion.of(e.unit())), 0);
            case Event.Received _, Event.Filled _ -> {
                int number = 0;
                Set<Portion> lots = new LinkedHashSet<>();
                violated.stream()
                        .filter(v -> Rule.of(v.code()).nature() == Rule.Nature.QUALITY)
                        .forEach(v -> {
                            if (v.lot() != null) lots.add(v.lot());
                        });
                for (Portion lot : lots) hold(candidate, new Reach.Sublot(lot), number++);
            }
            case Event.Produced e -> {
                // Fit material may still come out of unfit equipment.
                if (violated.stream().anyMatch(v -> Rule.of(v.code()).isOfEquipment()))
                    hold(candidate, new Reach.Yield(e.run().id()), 0);
            }
            case Event.Opened _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> {}
        }
    }

    private void hold(Candidate candidate, Reach reach, int number) {
        Circumstances held = circumstances(candidate, "held/" + number, "broken_quality_rule");
        following.add(new Event.Held(
                held, new HoldCode("H-" + held.id()), reach, Descent.WITH_DESCENDANTS));
    }
}
