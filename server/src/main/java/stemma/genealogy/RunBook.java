package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.store.RunState;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.ledger.Birth;
import stemma.ledger.Births;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Guard;
import stemma.ledger.Link;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.ledger.Rule;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.ledger.Status;
import stemma.ledger.Undo;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.LotBook;
import stemma.stock.Hold;
import stemma.stock.Mark;
import stemma.stock.StockBook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each run and vessel of an append has taken in and given out: pins expiry, hands on holds.
 */
final class RunBook implements Guard.Judge {
    private final LotBook lots;
    private final StockBook stock;
    private final Map<String, List<Portion>> inputs = new HashMap<>();
    private final Map<String, List<Portion>> outputs = new HashMap<>();
    private final Map<EventId, Set<RunId>> madeBy = new HashMap<>();
    private final Map<RunId, Set<Span>> cycles = new HashMap<>();
    private final Map<List<Portion>, Set<Span>> cyclesInto = new HashMap<>();
    private final Set<RunId> left = new HashSet<>();
    private final Set<LotId> namedElsewhere = new HashSet<>();
    private final Map<RunId, RunId> goesOn = new HashMap<>();
    private final Map<String, List<Portion>> announced = new HashMap<>();
    private final HeldAtOnce atOnce;
    private final Undo undo = new Undo();

    RunBook(LotBook lots, StockBook stock, Map<Long, Lot> byKey, List<RunState.Flow> flows) {
        this.lots = lots;
        this.stock = stock;
        this.atOnce = new HeldAtOnce(stock, inputs, outputs, undo);
        for (RunState.Flow flow : flows) {
            Lot lot = byKey.get(flow.span().lot());
            if (lot == null) continue;
            Portion portion = Assembly.portion(lot, flow.span());
            (flow.isOutput() ? outputs : inputs)
                    .computeIfAbsent(flow.node(), _ -> new ArrayList<>())
                    .add(portion);
            if (flow.isOutput() && flow.node().startsWith("run:")) made(flow.run(), portion);
        }
    }

    /** Takes in what may be in a draw of this append of the fills recorded before. */
    void filledBefore(EventId draw, Map<Long, Lot> byKey, List<RunState.Flow> fills) {
        for (RunState.Flow fill : fills) {
            Lot lot = byKey.get(fill.span().lot());
            if (lot == null) continue;
            inputs.computeIfAbsent(draw(draw), _ -> new ArrayList<>())
                    .add(Assembly.portion(lot, fill.span()));
        }
    }

    void namedElsewhere(Set<LotId> lots) {
        namedElsewhere.addAll(lots);
    }

    /** Takes in what an event of this append says that a run yields, though it comes later. */
    void announced(Event.Produced event) {
        List<Portion> all =
                announced.computeIfAbsent(node(event.run().id()), _ -> new ArrayList<>());
        event.outputs().forEach(birth -> all.add(birth.of(event.id())));
    }

    private static String draw(EventId draw) {
        return "draw:" + draw;
    }

    /** Takes in which run goes on from which. */
    void goesOn(Map<RunId, RunId> continuations) {
        goesOn.putAll(continuations);
    }

    /** Returns how a hold of this append holds what comes after it in the same append. */
    HeldAtOnce atOnce() {
        return atOnce;
    }

    void left(Set<RunId> runs) {
        left.addAll(runs);
    }

    void cycles(Map<RunId, Set<Span>> reached) {
        cycles.putAll(reached);
    }

    /** Takes in what the outputs that an input went into alone have gone into. */
    void cyclesInto(Map<List<Portion>, Set<Span>> reached) {
        cyclesInto.putAll(reached);
    }

    void marked(List<Mark> marks) {
        marks.forEach(m -> stock.mark(m.hold(), m.lot()));
    }

    private static String node(RunId run) {
        return "run:" + run;
    }

    private static String vessel(Object vessel) {
        return "vessel:" + vessel;
    }

    /**
     * An intent to use an input after an output has left opens a new run, into which material may
     * have been carried over; what is asked for after that belongs to the newest. A correction and
     * a report speak of the run they name.
     */
    @Override
    public @Nullable Event complete(Candidate candidate) {
        Event effect = candidate.effect();
        boolean asks = !(candidate.event() instanceof Event.Corrected)
                && !candidate.event().circumstances().isReport();
        return switch (effect) {
            case null -> null;
            case Event.Consumed e
            when asks ->
                new Event.Consumed(e.circumstances(), open(e.run(), e), e.inputs(), e.containers());
            case Event.Produced e ->
                pinned(
                        asks
                                ? new Event.Produced(
                                        e.circumstances(), newest(e.run()), e.outputs())
                                : e);
            case Event.Drawn e -> pinnedDraw(e);
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Filled _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
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
                    Event.Corrected _ -> effect;
        };
    }

    /** Returns the newest run that goes on from this one, itself where none does. */
    private Run newest(Run run) {
        RunId last = run.id();
        for (RunId next = goesOn.get(last); next != null; next = goesOn.get(last)) last = next;
        return last.equals(run.id()) ? run : goingOn(run, last);
    }

    private Run open(Run run, Event event) {
        Run newest = newest(run);
        if (!left.contains(newest.id())) return newest;
        String suffix = event.id().toString().substring(24);
        return goingOn(newest, new RunId(run.id() + "+" + suffix));
    }

    private Run goingOn(Run run, RunId id) {
        RunId after = run.id();
        for (var entry : goesOn.entrySet()) if (entry.getValue().equals(id)) after = entry.getKey();
        return new Run(id, run.order(), run.line(), run.kind(), RunBasis.NONE, after);
    }

    private Event pinned(Event.Produced event) {
        return Births.map(event, birth -> pinned(birth, node(event.run().id())));
    }

    private Event pinnedDraw(Event.Drawn event) {
        return Births.map(
                event, birth -> pinned(pinned(birth, vessel(event.vessel())), draw(event.id())));
    }

    /**
     * The earliest of its own shelf life and its inputs' expiries; later facts never lengthen it.
     */
    private Birth pinned(Birth birth, String node) {
        PassportDate earliest = birth.passport().expiry();
        for (Portion input : inputs.getOrDefault(node, List.of())) {
            Lot lot = lots.find(input.first());
            PassportDate expiry = lot == null ? null : lot.passport().expiry();
            if (expiry == null) continue;
            if (earliest == null || expiry.lastDay().isBefore(earliest.lastDay()))
                earliest = expiry;
        }
        Status status = birth.status();
        if (earliest == null || earliest.equals(birth.passport().expiry()) || status == null)
            return birth;
        return birth.with(birth.passport().expiring(earliest), status);
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        List<Violation> broken = new ArrayList<>();
        if (candidate.effect() == null && candidate.undone() != null) {
            fedInto(candidate.undone().effect(), broken);
        }
        if (!(candidate.effect() instanceof Event.Consumed e) || candidate.undone() != null)
            return broken;
        if (left.contains(e.run().id())) {
            broken.add(Rule.INPUT_AFTER_OUTPUT_LEFT.broken(
                    "run",
                    null,
                    "An output of run " + e.run().id()
                            + " had left before this input was recorded."));
        }
        intoOthers(e, broken);
        if (e.run().kind() == RunKind.REWORK) return broken;
        for (var input : e.inputs()) {
            Set<Span> below = input.into().isEmpty()
                    ? cycles.getOrDefault(e.run().id(), Set.of())
                    : cyclesInto.getOrDefault(input.into(), Set.of());
            Lot lot = lots.find(input.lot().first());
            if (lot == null) continue;
            boolean own = below.stream()
                    .anyMatch(s -> s.overlaps(new Span(
                            lot.key(),
                            input.lot().first().ordinal(),
                            input.lot().last())));
            List<Portion> reached = input.into().isEmpty()
                    ? outputs.getOrDefault(node(e.run().id()), List.of())
                    : input.into();
            boolean output = reached.stream().anyMatch(o -> o.overlaps(input.lot()));
            if (own || output) {
                broken.add(Rule.GENEALOGY_CYCLE.broken(
                        "inputs",
                        input.lot(),
                        "Lot " + lot.number() + " contains what run " + e.run().id() + " made."));
            }
        }
        return broken;
    }

    /** What an input is said to have gone into alone was made by its run, or one of its chain. */
    private void intoOthers(Event.Consumed event, List<Violation> broken) {
        List<Portion> made = new ArrayList<>();
        for (RunId run : chain(event.run())) {
            made.addAll(outputs.getOrDefault(node(run), List.of()));
            made.addAll(announced.getOrDefault(node(run), List.of()));
        }
        for (var input : event.inputs()) {
            for (Portion into : input.into()) {
                if (isWithin(made, into)) continue;
                broken.add(Rule.NOT_OF_THE_RUN.broken(
                        "inputs",
                        into,
                        "Run " + event.run().id() + " has not made lot "
                                + lots.get(into.first()).number() + "."));
            }
        }
    }

    private Set<RunId> chain(Run run) {
        Set<RunId> chain = new HashSet<>(Set.of(run.id()));
        if (run.after() != null) chain.add(run.after());
        boolean grows = true;
        while (grows) {
            grows = false;
            for (var step : goesOn.entrySet()) {
                if (chain.contains(step.getKey())) grows |= chain.add(step.getValue());
                if (chain.contains(step.getValue())) grows |= chain.add(step.getKey());
            }
        }
        return chain;
    }

    private static boolean isWithin(List<Portion> made, Portion lot) {
        List<Portion> rest = List.of(lot);
        for (Portion output : made)
            rest = rest.stream().flatMap(part -> part.without(output).stream()).toList();
        return rest.isEmpty();
    }

    /** Were a lot voided that another event names, what that says would be true of nothing. */
    private void fedInto(Event ended, List<Violation> broken) {
        for (Birth birth : Facts.births(ended)) {
            Portion lot = birth.of(ended.id());
            if (!namedElsewhere.contains(lot.first())) continue;
            broken.add(Rule.VOID_HAS_DEPENDENTS.broken(
                    "corrects",
                    lot,
                    "Another entry names lot " + birth.passport().number()
                            + "; replace the event instead."));
        }
    }

    @Override
    public void stands(Candidate candidate) {
        Event effect = candidate.effect();
        if (effect == null) return;
        if (effect instanceof Event.Consumed e && e.run().after() != null) {
            if (goesOn.get(e.run().after()) == null)
                undo.put(goesOn, e.run().after(), e.run().id());
        }
        for (Link link : Facts.links(effect)) {
            switch (link) {
                case Link.Fed fed -> take(node(fed.run()), fed.lot());
                case Link.FilledInto fill -> take(vessel(fill.vessel()), fill.lot());
                case Link.Yielded yield -> {
                    give(node(yield.run()), yield.lot());
                    made(yield.run(), yield.lot());
                }
                case Link.DrawnFrom draw -> {
                    give(vessel(draw.vessel()), draw.lot());
                    give(draw(effect.id()), draw.lot());
                }
            }
        }
        atOnce.stands(effect);
        if (effect instanceof Event.Emptied e) {
            List<Portion> before = inputs.remove(vessel(e.vessel()));
            if (before != null) undo.step(() -> inputs.put(vessel(e.vessel()), before));
        }
        if (effect instanceof Event.Shipped e) {
            for (var line : e.lines()) gone(line.lot());
        }
        if (effect instanceof Event.Judged e && e.status() == Status.RELEASED)
            e.lots().forEach(this::gone);
    }

    private void gone(Portion lot) {
        for (RunId run : madeBy.getOrDefault(lot.first().birth(), Set.of())) {
            List<Portion> made = outputs.getOrDefault(node(run), List.of());
            if (made.stream().anyMatch(p -> p.overlaps(lot)) && left.add(run))
                undo.step(() -> left.remove(run));
        }
    }

    private void take(String node, Portion lot) {
        List<Portion> all = inputs.computeIfAbsent(node, _ -> new ArrayList<>());
        all.add(lot);
        undo.step(all::removeLast);
        for (Portion output : outputs.getOrDefault(node, List.of())) handOn(lot, output);
    }

    private void made(RunId run, Portion lot) {
        madeBy.computeIfAbsent(lot.first().birth(), _ -> new HashSet<>()).add(run);
    }

    private void give(String node, Portion lot) {
        List<Portion> all = outputs.computeIfAbsent(node, _ -> new ArrayList<>());
        all.add(lot);
        undo.step(all::removeLast);
        for (Portion input : inputs.getOrDefault(node, List.of())) handOn(input, lot);
    }

    private void handOn(Portion from, Portion to) {
        for (Hold hold : stock.inherited(from, Place.Beyond.BEFORE_RECORDS))
            stock.mark(hold.code(), to);
    }

    @Override
    public void mark() {
        undo.mark();
    }

    @Override
    public void forget() {
        undo.forget();
    }
}
