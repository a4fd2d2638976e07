package stemma.factory;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.ledger.Birth;
import stemma.ledger.Births;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.Input;
import stemma.ledger.Line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is set right: an earlier event is replaced or voided, and now and then the correction too.
 */
final class Mending {
    private final Plant plant;

    Mending(Plant plant) {
        this.plant = plant;
    }

    List<Event> corrected() {
        if (plant.told.isEmpty()) return List.of();
        Event wrong = plant.pick(plant.told);
        EventId named = wrong.id();
        Event original = wrong;
        if (wrong instanceof Event.Corrected c) {
            original = original(c.corrects());
        } else if (isCorrected(named)) {
            return List.of();
        }
        @Nullable Event replacement = plant.chance(60) ? changed(original) : null;
        Circumstances circumstances = plant.circumstances();
        return List.of(Acts.answeredFor(new Event.Corrected(circumstances, named, replacement)));
    }

    private boolean isCorrected(EventId id) {
        return plant.told.stream()
                .anyMatch(e -> e instanceof Event.Corrected c && c.corrects().equals(id));
    }

    private Event original(EventId id) {
        for (Event event : plant.told) {
            if (!event.id().equals(id)) continue;
            return event instanceof Event.Corrected c ? original(c.corrects()) : event;
        }
        throw new IllegalStateException("a correction names what was told");
    }

    /** Returns the same event with another lot, amount or time in it. */
    private Event changed(Event event) {
        if (plant.chance(25)) return elsewhen(event);
        return switch (event) {
            case Event.Consumed e ->
                new Event.Consumed(e.circumstances(), e.run(), others(e.inputs()), e.containers());
            case Event.Filled e ->
                new Event.Filled(
                        e.circumstances(),
                        e.vessel(),
                        plant.anyLine().map(List::of).orElse(e.lines()));
            case Event.Received _, Event.Produced _, Event.Drawn _ ->
                Births.map(event, this::otherAmount);
            case Event.Shipped e -> {
                Optional<Line> line = plant.anyLine();
                yield new Event.Shipped(
                        e.circumstances(),
                        e.shipment(),
                        e.order(),
                        e.consignee(),
                        e.shipTo(),
                        line.map(List::of).orElse(e.lines()),
                        e.containers());
            }
            default -> elsewhen(event);
        };
    }

    private Event elsewhen(Event event) {
        Circumstances c = event.circumstances();
        return event.under(new Circumstances(
                c.id(),
                c.claim(),
                plant.when(),
                c.site(),
                c.evidence(),
                c.resources(),
                c.reason(),
                c.signature(),
                c.follows(),
                c.measured(),
                c.violations()));
    }

    private List<Input> others(List<Input> inputs) {
        List<Input> others = new ArrayList<>(inputs);
        plant.anyLine()
                .ifPresent(l -> others.set(
                        0,
                        new Input(
                                l.lot(),
                                l.quantity(),
                                null,
                                l.from(),
                                inputs.getFirst().into())));
        return others;
    }

    private Birth otherAmount(Birth birth) {
        if (plant.codes().isSerial(birth.passport().item())) return birth;
        return new Birth(
                birth.ordinal(),
                birth.units(),
                birth.passport(),
                plant.amount(birth.passport().item(), 300),
                birth.catchWeight(),
                birth.to(),
                birth.status());
    }
}
