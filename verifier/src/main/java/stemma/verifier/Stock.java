package stemma.verifier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything is, as movements make it. Of a lot that is tracked there is never less than
 * nothing at a place of ours once an append is whole; a unit is taken from where it stands.
 */
final class Stock {
    private final Lots lots;
    private final Map<Spot, Shortage> shortages = new LinkedHashMap<>();
    private final List<Elsewhere> elsewhere = new ArrayList<>();

    private record Spot(Lot lot, String place) {}

    /** Less than nothing, made by an entry; those recorded at the same moment may yet mend it. */
    private record Shortage(long position, String recordedAt) {}

    /** Units that an event takes from where they are not; what follows it must explain that. */
    private record Elsewhere(
            long position, Id event, Portion units, String expected, String stood) {}

    Stock(Lots lots) {
        this.lots = lots;
    }

    void book(Change change) {
        change.ended().ifPresent(ended -> end(change, ended));
        if (change.effect().isEmpty()) return;
        Event effect = change.effect().get();
        boolean explains = effect.explains("elsewhere");
        for (Movement movement : effect.movements()) {
            Lot lot = lots.find(movement.lot()).orElseThrow(() -> Births.unknown(movement.lot()));
            if (!lot.unit().equals(movement.amount().unit()))
                throw new Broken(
                        Code.UNIT_OF_MEASURE_DIFFERS,
                        "lot " + movement.lot() + " is counted in " + lot.unit() + ", not in "
                                + movement.amount().unit());
            if (!lot.isSerial()) move(lot, movement, change);
            else if (explains) explained(effect.follows().orElseThrow(), movement);
            else if (!effect.explains("correction")) moveUnits(lot, movement, change);
        }
    }

    /** What is short or elsewhere at the end stays so; names the first record of them. */
    void end() {
        List<Fault> faults = new ArrayList<>();
        shortages.forEach((spot, made) -> faults.add(lessThanNothing(spot, made)));
        for (Elsewhere one : elsewhere)
            faults.add(new Fault(
                    Code.UNIT_ELSEWHERE,
                    one.position(),
                    "units " + one.units() + " are taken from " + one.expected() + " and stood at "
                            + one.stood()));
        faults.stream()
                .min(java.util.Comparator.comparingLong(Fault::position))
                .ifPresent(first -> {
                    throw new Broken(first);
                });
    }

    private static Fault lessThanNothing(Spot spot, Shortage made) {
        return new Fault(
                Code.LESS_THAN_NOTHING,
                made.position(),
                "it leaves less than nothing of lot " + spot.lot().span() + " at " + spot.place());
    }

    private void move(Lot lot, Movement movement, Change change) {
        BigDecimal amount = movement.amount().number();
        add(lot, movement.from(), amount.negate(), change);
        add(lot, movement.to(), amount, change);
        if (movement.weight().signum() == 0) return;
        lot.weigh(movement.from(), movement.weight().negate());
        lot.weigh(movement.to(), movement.weight());
    }

    private void add(Lot lot, String place, BigDecimal amount, Change change) {
        String now = change.envelope().recordedAt();
        Spot spot = null;
        if (!shortages.isEmpty()) {
            spot = new Spot(lot, place);
            Shortage made = shortages.get(spot);
            if (made != null && !made.recordedAt().equals(now))
                throw new Broken(lessThanNothing(spot, made));
        }
        BigDecimal after = lot.places().add(place, amount);
        if (after.signum() >= 0) {
            if (spot != null) shortages.remove(spot);
        } else if (Places.isGuarded(place) && !lot.isPool()) {
            shortages.putIfAbsent(
                    spot == null ? new Spot(lot, place) : spot,
                    new Shortage(change.position(), now));
        }
    }

    private void moveUnits(Lot lot, Movement movement, Change change) {
        List<Portion> moved = List.of(movement.lot());
        // Of a correction, what the corrected event named too is led another way instead.
        for (Movement was : change.ended().map(Event::movements).orElse(List.of())) {
            List<Portion> rest = new ArrayList<>();
            moved.forEach(units -> rest.addAll(units.without(was.lot())));
            moved = rest;
        }
        for (Portion units : moved) {
            for (Units.Range stood : lot.units().of(units.first(), units.last())) {
                if (stood.place().equals(movement.from())) continue;
                Portion some = new Portion(units.birth(), stood.first(), stood.last());
                elsewhere.add(new Elsewhere(
                        change.position(),
                        change.event().id(),
                        some,
                        movement.from(),
                        stood.place()));
            }
            lot.units().put(units.first(), units.last(), movement.to());
        }
    }

    /** The ledger's own words on why units were taken from where they did not stand. */
    private void explained(Id parent, Movement words) {
        List<Elsewhere> rest = new ArrayList<>();
        for (Iterator<Elsewhere> all = elsewhere.iterator(); all.hasNext(); ) {
            Elsewhere one = all.next();
            boolean meant = one.event().equals(parent)
                    && one.units().overlaps(words.lot())
                    && one.stood().equals(words.from())
                    && one.expected().equals(words.to());
            if (!meant) continue;
            all.remove();
            for (Portion left : one.units().without(words.lot()))
                rest.add(new Elsewhere(one.position(), parent, left, one.expected(), one.stood()));
        }
        elsewhere.addAll(rest);
    }

    private void end(Change change, Event ended) {
        for (Movement movement : ended.movements()) {
            Lot lot = lots.find(movement.lot()).orElseThrow(() -> Births.unknown(movement.lot()));
            if (lot.isSerial()) reroute(lot, movement, change.effect());
            else move(lot, movement.backwards(), change);
        }
    }

    /** Units that still stand where the wrong event brought them go where they should have. */
    private static void reroute(Lot lot, Movement was, Optional<Event> effect) {
        List<Portion> left = List.of(was.lot());
        for (Movement is : effect.map(Event::movements).orElse(List.of())) {
            List<Portion> rest = new ArrayList<>();
            for (Portion units : left) {
                if (units.overlaps(is.lot())) lead(lot, units.common(is.lot()), was.to(), is.to());
                rest.addAll(units.without(is.lot()));
            }
            left = rest;
        }
        left.forEach(units -> lead(lot, units, was.to(), was.from()));
    }

    private static void lead(Lot lot, Portion units, String from, String to) {
        if (!from.equals(to)) lot.units().putThere(units.first(), units.last(), from, to);
    }
}
