package stemma.factory;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.ledger.ResourceUse;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is made: runs on lines, rework, vessels, assemblies. */
final class Making {
    private final Plant plant;
    private final Codes codes;

    Making(Plant plant) {
        this.plant = plant;
        this.codes = plant.codes();
    }

    /**
     * A run consumes and yields; some inputs went into some outputs only, some outputs come first.
     */
    List<Event> run() {
        Run run = plant.chance(25) && !plant.runs.isEmpty() ? plant.pick(plant.runs) : begun();
        List<Event> events = new ArrayList<>();
        List<Input> inputs = inputs(1 + plant.random.nextInt(3), List.of());
        if (!inputs.isEmpty()) events.add(consumed(run, inputs));
        if (plant.chance(8)) return events;
        Event.Produced produced = produced(run);
        events.add(produced);
        if (plant.chance(30)) {
            List<Portion> some = new ArrayList<>();
            for (Birth birth : produced.outputs()) some.add(part(birth.of(produced.id())));
            some.subList(1, some.size()).clear();
            List<Input> into = inputs(1, some);
            if (!into.isEmpty()) events.add(consumed(run, into));
        }
        return events;
    }

    private Portion part(Portion output) {
        if (output.count() == 1 || plant.chance(30)) return output;
        int skip = plant.random.nextInt(output.count());
        int count = 1 + plant.random.nextInt(output.count() - skip);
        return new Portion(
                new LotId(output.first().birth(), output.first().ordinal() + skip), count);
    }

    private Run begun() {
        String name = "WO" + codes.salt() + "-" + plant.number();
        @Nullable
        RunId after = plant.chance(8) && !plant.runs.isEmpty()
                ? plant.pick(plant.runs).id()
                : null;
        Run run = new Run(
                new RunId(name),
                new OrderCode("O" + name),
                plant.chance(60) ? plant.pick(codes.lines()) : null,
                plant.chance(85) ? RunKind.PRODUCTION : plant.pick(RunKind.values()),
                plant.chance(55) ? RunBasis.NONE : plant.pick(RunBasis.values()),
                after);
        plant.runs.add(run);
        return run;
    }

    private List<Input> inputs(int most, List<Portion> into) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            plant.anyLine()
                    .filter(l -> inputs.stream().noneMatch(in -> in.lot().overlaps(l.lot())))
                    .ifPresent(l ->
                            inputs.add(new Input(l.lot(), l.quantity(), null, l.from(), into)));
        }
        return inputs;
    }

    private Event.Consumed consumed(Run run, List<Input> inputs) {
        var circumstances = plant.circumstances();
        if (run.line() != null && plant.chance(20)) {
            circumstances =
                    circumstances.touchedBy(List.of(new ResourceUse(run.line(), "line", null)));
        }
        return plant.note(new Event.Consumed(circumstances, run, inputs, List.of()));
    }

    private Event.Produced produced(Run run) {
        List<ItemCode> made = List.of(
                codes.dough(),
                codes.dough(),
                codes.bread(),
                codes.bread(),
                codes.unit(),
                codes.water());
        List<Birth> outputs = new ArrayList<>();
        int n = 1 + plant.random.nextInt(2);
        int ordinal = 0;
        for (int i = 0; i < n; i++) {
            ItemCode item = plant.pick(made);
            Birth birth = plant.birth(ordinal, item, plant.amount(item, 300), plant.location());
            ordinal += birth.units();
            outputs.add(birth);
        }
        return plant.note(new Event.Produced(plant.circumstances(), run, outputs));
    }

    /** A lot goes back into a run that is older than it, so that it may become its own ancestor. */
    List<Event> rework() {
        Optional<Line> line = plant.anyLine();
        if (line.isEmpty() || plant.runs.isEmpty()) return List.of();
        Run old = plant.pick(plant.runs);
        Run again = new Run(
                old.id(), old.order(), old.line(), RunKind.REWORK, old.basis(), old.after());
        Line l = line.get();
        return List.of(consumed(
                again, List.of(new Input(l.lot(), l.quantity(), null, l.from(), List.of()))));
    }

    /** An input that is told only after the outputs, as with backflush. */
    List<Event> lateInput() {
        if (plant.runs.isEmpty()) return List.of();
        List<Input> inputs = inputs(2, List.of());
        if (inputs.isEmpty()) return List.of();
        return List.of(plant.note(
                new Event.Consumed(plant.stated(), plant.pick(plant.runs), inputs, List.of())));
    }

    List<Event> filled() {
        return plant.anyLine()
                .map(line -> List.<Event>of(plant.note(new Event.Filled(
                        plant.circumstances(), plant.pick(codes.tanks()), List.of(line)))))
                .orElse(List.of());
    }

    List<Event> drawn() {
        ItemCode item = plant.pick(List.of(codes.dough(), codes.bread()));
        Birth birth = plant.birth(0, item, plant.amount(item, 90), plant.location());
        return List.of(plant.note(
                new Event.Drawn(plant.circumstances(), plant.pick(codes.tanks()), List.of(birth))));
    }

    List<Event> emptied() {
        return List.of(new Event.Emptied(plant.circumstances(), plant.pick(codes.tanks())));
    }

    List<Event> cleaned() {
        ResourceCode line = plant.pick(codes.lines());
        return List.of(Event.Cleaned.of(plant.circumstances(), line, List.of("gluten"), "steam"));
    }

    List<Event> installed() {
        for (Goods.Piece piece : plant.onHand()) {
            if (!piece.item.equals(codes.part()) || plant.chance(30)) continue;
            Optional<LotId> unit = unit();
            Optional<Line> line = plant.lineOf(piece);
            if (unit.isEmpty() || line.isEmpty()) return List.of();
            return List.of(plant.note(
                    new Event.Installed(plant.circumstances(), unit.get(), line.get(), "slot")));
        }
        return List.of();
    }

    private Optional<LotId> unit() {
        List<LotId> units = new ArrayList<>();
        for (Goods.Piece piece : plant.goods.pieces()) {
            piece.units
                    .keySet()
                    .forEach(n -> units.add(new LotId(piece.span.first().birth(), n)));
        }
        return units.isEmpty() ? Optional.empty() : Optional.of(plant.pick(units));
    }

    List<Event> removed() {
        for (Goods.Piece piece : plant.goods.pieces()) {
            for (Place place : piece.places()) {
                if (!(place instanceof Place.InUnit(var unit)) || piece.isBlock()) continue;
                if (plant.chance(50)) {
                    Line line = plant.line(piece, place).orElseThrow();
                    return List.of(plant.note(new Event.Removed(
                            plant.circumstances(), unit, line, null, plant.location(), "slot")));
                }
                Birth reclaimed = plant.birth(0, codes.part(), Quantity.each(1), plant.location());
                return List.of(plant.note(new Event.Removed(
                        plant.circumstances(), unit, null, reclaimed, null, "slot")));
            }
        }
        return List.of();
    }
}
