package stemma.genealogy;

import stemma.genealogy.store.RunState;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Guard;
import stemma.ledger.Touches;
import stemma.lots.Lot;
import stemma.lots.LotBook;
import stemma.lots.Lots;
import stemma.stock.Stock;
import stemma.stock.StockBook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Opens the book of runs for an append: what each run and vessel has taken in and given out so far.
 */
final class RunGuard implements Guard {
    private final Lots lots;
    private final Stock stock;
    private final RunState state;
    private final Kin kin;
    private final Spreading spreading;

    RunGuard(Lots lots, Stock stock, RunState state, Kin kin, Spreading spreading) {
        this.lots = lots;
        this.stock = stock;
        this.state = state;
        this.kin = kin;
        this.spreading = spreading;
    }

    @Override
    public Set<String> locks(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        runs(events).forEach(run -> keys.add("run:" + run));
        vessels(events).forEach(vessel -> keys.add("vessel:" + vessel));
        return keys;
    }

    @Override
    public Set<String> locksFound(Collection<Candidate> events) {
        Set<String> keys = new HashSet<>();
        state.continuations(runs(events)).values().forEach(run -> keys.add("run:" + run));
        return keys;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        LotBook book = before.judge(LotBook.class);
        StockBook stocks = before.judge(StockBook.class);
        Set<RunId> named = runs(events);
        Map<RunId, RunId> continuations = state.continuations(named);
        named.addAll(continuations.values());
        List<RunState.Flow> flows = new ArrayList<>(state.flows(named));
        flows.addAll(state.draws(vessels(events)));
        Map<EventId, List<RunState.Flow>> filled = filled(events);
        filled.values().forEach(flows::addAll);
        Set<Long> keys = new HashSet<>();
        flows.forEach(f -> keys.add(f.span().lot()));
        Map<Long, Lot> known = lots.byKey(keys);
        book.admit(known.values(), lots.judgements(known.values()));
        filled.values().forEach(flows::removeAll);
        RunBook runs = new RunBook(book, stocks, known, flows);
        filled.forEach((draw, fills) -> runs.filledBefore(draw, known, fills));
        for (Candidate candidate : events)
            if (candidate.effect() instanceof Event.Produced e) runs.announced(e);
        runs.namedElsewhere(namedElsewhere(events));
        runs.goesOn(continuations);
        runs.left(left(flows, known));
        runs.marked(stock.marks(known.values()));
        Map<Long, Lot> mentioned = mentioned(events, book);
        runs.cycles(cycles(events, flows, mentioned));
        runs.cyclesInto(cyclesInto(events, book));
        prove(book, stocks);
        if (events.size() > 1) runs.atOnce().recorded(held -> reached(held, book));
        return runs;
    }

    /** Returns what the record says that a hold about to be set reaches of this append's lots. */
    private List<Portion> reached(Event.Held held, LotBook book) {
        Map<Long, Lot> concerned = new HashMap<>();
        book.all().forEach(lot -> concerned.put(lot.key(), lot));
        List<Portion> reached = new ArrayList<>();
        for (Span span : spreading.reached(held.reach(), held.descent())) {
            Lot lot = concerned.get(span.lot());
            if (lot != null) reached.add(Assembly.portion(lot, span));
        }
        return reached;
    }

    private static Set<RunId> runs(Collection<Candidate> events) {
        Set<RunId> runs = new TreeSet<>();
        for (Candidate candidate : events) {
            if (candidate.effect() instanceof Event.OfRun e) runs.add(e.run().id());
        }
        return runs;
    }

    private static Set<ResourceCode> vessels(Collection<Candidate> events) {
        Set<ResourceCode> vessels = new TreeSet<>();
        for (Candidate candidate : events) {
            if (candidate.effect() instanceof Event.OfVessel e) vessels.add(e.vessel());
        }
        return vessels;
    }

    private Map<EventId, List<RunState.Flow>> filled(Collection<Candidate> events) {
        Map<EventId, List<RunState.Flow>> filled = new HashMap<>();
        for (Candidate candidate : events) {
            if (!(candidate.effect() instanceof Event.Drawn e)) continue;
            filled.put(e.id(), state.fills(e.vessel(), e.circumstances().occurredAt()));
        }
        return filled;
    }

    /** Returns the lots about to be voided that other events name. */
    private Set<LotId> namedElsewhere(Collection<Candidate> events) {
        Set<LotId> voided = new HashSet<>();
        for (Candidate candidate : events) {
            if (candidate.effect() != null || candidate.undone() == null) continue;
            Event ended = candidate.undone().effect();
            Facts.births(ended).forEach(b -> voided.add(b.of(ended.id()).first()));
        }
        Map<LotId, Lot> found = lots.lots(voided);
        Set<Long> named =
                state.namedElsewhere(found.values().stream().map(Lot::key).toList());
        voided.removeIf(
                id -> found.get(id) == null || !named.contains(found.get(id).key()));
        return voided;
    }

    /**
     * Returns the runs of which an output was released by judgement, shipped or has reached a
     * customer.
     */
    private Set<RunId> left(List<RunState.Flow> flows, Map<Long, Lot> known) {
        Set<Long> out = new HashSet<>();
        for (RunState.Flow flow : flows)
            if (flow.isOutput()) out.add(flow.span().lot());
        List<Lot> outputs =
                out.stream().map(known::get).filter(java.util.Objects::nonNull).toList();
        if (outputs.isEmpty()) return Set.of();
        Set<LotId> gone = new HashSet<>();
        for (var balance : stock.balances(outputs)) {
            if (balance.place() instanceof stemma.ledger.Place.InTransit
                    || balance.place() instanceof stemma.ledger.Place.OfCustomer) {
                gone.add(balance.lot().first());
            }
        }
        for (var judgement : lots.judgements(outputs)) {
            if (judgement.status() == stemma.ledger.Status.RELEASED)
                gone.add(judgement.lot().first());
        }
        Set<RunId> left = new HashSet<>();
        for (RunState.Flow flow : flows) {
            Lot lot = known.get(flow.span().lot());
            if (flow.isOutput()
                    && lot != null
                    && gone.stream().anyMatch(g -> lot.span().contains(g))) {
                left.add(flow.run());
            }
        }
        return left;
    }

    private static Map<Long, Lot> mentioned(Collection<Candidate> events, LotBook book) {
        Map<Long, Lot> lots = new HashMap<>();
        for (Candidate candidate : events) {
            if (candidate.effect() == null) continue;
            for (var portion : Touches.lots(candidate.effect())) {
                Lot lot = book.find(portion.first());
                if (lot != null && lot.key() != 0) lots.put(lot.key(), lot);
            }
        }
        return lots;
    }

    /** Returns for each run that has yielded already the lots that its outputs have gone into. */
    private Map<RunId, Set<Span>> cycles(
            Collection<Candidate> events, List<RunState.Flow> flows, Map<Long, Lot> mentioned) {
        Map<RunId, Set<Span>> outputs = new HashMap<>();
        for (RunState.Flow flow : flows) {
            if (flow.isOutput()) {
                outputs.computeIfAbsent(flow.run(), _ -> new HashSet<>()).add(flow.span());
            }
        }
        Map<RunId, Set<Span>> cycles = new HashMap<>();
        if (mentioned.isEmpty()) return cycles;
        for (Candidate candidate : events) {
            if (!(candidate.effect() instanceof Event.Consumed e)) continue;
            Set<Span> from = outputs.get(e.run().id());
            if (from != null && !cycles.containsKey(e.run().id())) {
                cycles.put(e.run().id(), kin.descendants(from));
            }
        }
        return cycles;
    }

    /** Returns for outputs that an input goes into alone the lots that they have gone into. */
    private Map<List<Portion>, Set<Span>> cyclesInto(Collection<Candidate> events, LotBook book) {
        Map<List<Portion>, Set<Span>> cycles = new HashMap<>();
        for (Candidate candidate : events) {
            if (!(candidate.effect() instanceof Event.Consumed e)) continue;
            for (var input : e.inputs()) {
                if (input.into().isEmpty() || cycles.containsKey(input.into())) continue;
                Set<Span> outputs = new HashSet<>();
                for (Portion output : input.into()) {
                    Lot lot = book.find(output.first());
                    if (lot != null && lot.key() != 0)
                        outputs.add(new Span(lot.key(), output.first().ordinal(), output.last()));
                }
                cycles.put(input.into(), outputs.isEmpty() ? Set.of() : kin.descendants(outputs));
            }
        }
        return cycles;
    }

    /**
     * While a hold is still spreading, what it reaches of this append's lots is found by itself.
     */
    private void prove(LotBook book, StockBook stocks) {
        if (!stocks.anySpreading()) return;
        Map<Long, Lot> concerned = new HashMap<>();
        book.all().forEach(lot -> concerned.put(lot.key(), lot));
        spreading.reachedBySpreading().forEach((hold, reached) -> {
            for (Span span : reached) {
                Lot lot = concerned.get(span.lot());
                if (lot != null) stocks.mark(hold.code(), Assembly.portion(lot, span));
            }
        });
    }
}
