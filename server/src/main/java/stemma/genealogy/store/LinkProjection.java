package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Span;
import stemma.genealogy.Spreading;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Birth;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Input;
import stemma.ledger.Link;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;
import stemma.ledger.Touches;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Hold;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps runs, links and uses of resources; a correction overlays links and never erases them. */
public final class LinkProjection implements Projection {
    private final JdbcClient database;
    private final Lots lots;
    private final Stock stock;
    private final Spreading spreading;
    private final RunState state;

    public LinkProjection(JdbcClient database, Lots lots, Stock stock, Spreading spreading) {
        this.database = database;
        this.lots = lots;
        this.stock = stock;
        this.spreading = spreading;
        this.state = new RunState(database);
    }

    @Override
    public void project(List<Recorded> events) {
        Map<LotId, Lot> known = known(events);
        LinkRows rows = new LinkRows(database);
        RunStatements statements = new RunStatements(database);
        for (Recorded recorded : events) {
            statements.add(recorded);
            if (recorded.undone() != null) rows.corrected(recorded.undone().seq(), recorded.seq());
            Event effect = recorded.effect();
            if (effect == null) continue;
            rows.add(recorded, intoKnown(effect, known), portion -> span(known, portion));
            for (Birth birth : Facts.births(effect)) {
                Lot lot = known.get(birth.of(effect.id()).first());
                if (lot != null && lot.isPool()) {
                    rows.addToPool(lot, recorded, effect.circumstances().occurredAt());
                }
            }
        }
        rows.write();
        statements.write();
        handOn(events);
    }

    @Override
    public void settle(List<Recorded> events) {
        boolean reaches = events.stream()
                .anyMatch(r -> r.effect() instanceof Event.Held
                        || r.effect() instanceof Event.Consumed
                        || r.effect() instanceof Event.Filled
                        || r.undone() != null
                        || r.effect() instanceof Event.Identified
                        || r.effect() instanceof Event.Installed);
        if (reaches) spreading.all();
    }

    @Override
    public void settleAll() {
        spreading.all();
    }

    private Map<LotId, Lot> known(List<Recorded> events) {
        Set<LotId> ids = new HashSet<>();
        for (Recorded recorded : events) {
            Event effect = recorded.effect();
            if (effect == null) continue;
            Touches.lots(effect).forEach(p -> ids.add(p.first()));
            for (Link link : Facts.links(effect)) {
                ids.add(link.lot().first());
                if (link instanceof Link.Fed fed) fed.into().forEach(p -> ids.add(p.first()));
            }
        }
        return lots.lotsEvenVoided(ids);
    }

    /** An output that was refused after all cuts nothing off: into none of them means into all. */
    private static Event intoKnown(Event event, Map<LotId, Lot> known) {
        if (!(event instanceof Event.Consumed e)) return event;
        List<Input> inputs = e.inputs().stream()
                .map(i -> new Input(
                        i.lot(),
                        i.quantity(),
                        i.catchWeight(),
                        i.from(),
                        i.into().stream()
                                .filter(o -> known.containsKey(o.first()))
                                .toList()))
                .toList();
        return new Event.Consumed(e.circumstances(), e.run(), inputs, e.containers());
    }

    private static Span span(Map<LotId, Lot> known, Portion portion) {
        Lot lot = known.get(portion.first());
        if (lot == null)
            throw new IllegalStateException("a link names " + portion + ", which is no lot");
        return new Span(lot.key(), portion.first().ordinal(), portion.last());
    }

    /**
     * What a run yields carries the marks of what it took in; so does what it had yielded before.
     */
    private void handOn(List<Recorded> events) {
        List<Hold> reaching = stock.holds().stream()
                .filter(h -> h.descent() == Descent.WITH_DESCENDANTS || !(isByName(h)))
                .toList();
        if (reaching.isEmpty()) return;
        Set<RunId> runs = new TreeSet<>();
        Set<ResourceCode> vessels = new TreeSet<>();
        for (Recorded recorded : events) {
            if (recorded.effect() == null) continue;
            for (Link link : Facts.links(recorded.effect())) {
                switch (link) {
                    case Link.Fed fed -> runs.add(fed.run());
                    case Link.Yielded yield -> runs.add(yield.run());
                    case Link.FilledInto fill -> vessels.add(fill.vessel());
                    case Link.DrawnFrom draw -> vessels.add(draw.vessel());
                }
            }
        }
        List<RunState.Flow> flows = new ArrayList<>(state.flows(runs));
        flows.addAll(state.vesselFlows(vessels));
        Map<String, List<RunState.Flow>> byNode = new LinkedHashMap<>();
        flows.forEach(
                f -> byNode.computeIfAbsent(f.node(), _ -> new ArrayList<>()).add(f));
        Set<Long> keys = new HashSet<>();
        flows.forEach(f -> keys.add(f.span().lot()));
        Map<Long, Lot> loaded = lots.byKey(keys);
        var holds = stock.holdsOn(loaded.values());
        Map<String, Set<Stock.Marked>> marks = new HashMap<>();
        byNode.values().forEach(node -> inherit(node, loaded, holds, marks));
        byNode.values().forEach(node -> yielded(node, reaching, marks));
        marks.forEach((code, spans) -> {
            var hold = new stemma.identifiers.HoldCode(code);
            if (stock.mark(hold, spans) > 0) stock.spread(hold, Hold.Spread.SPREADING);
        });
    }

    private static boolean isByName(Hold hold) {
        return !(hold.reach() instanceof stemma.ledger.Reach.Yield);
    }

    private static void inherit(
            List<RunState.Flow> node,
            Map<Long, Lot> loaded,
            stemma.stock.HoldsOnLots holds,
            Map<String, Set<Stock.Marked>> marks) {
        for (RunState.Flow in : node) {
            Lot lot = loaded.get(in.span().lot());
            if (in.isOutput() || lot == null) continue;
            for (Hold hold : holds.on(lot)) {
                if (hold.descent() == Descent.WITH_DESCENDANTS) markOutputs(node, hold, marks);
            }
        }
    }

    private static void yielded(
            List<RunState.Flow> node, List<Hold> reaching, Map<String, Set<Stock.Marked>> marks) {
        for (Hold hold : reaching) {
            if (hold.reach() instanceof stemma.ledger.Reach.Yield(var run)
                    && node.getFirst().node().equals("run:" + run)) {
                markOutputs(node, hold, marks);
            }
        }
    }

    private static void markOutputs(
            List<RunState.Flow> node, Hold hold, Map<String, Set<Stock.Marked>> marks) {
        for (RunState.Flow out : node) {
            if (!out.isOutput()) continue;
            marks.computeIfAbsent(hold.code().code(), _ -> new HashSet<>())
                    .add(new Stock.Marked(
                            out.span().lot(), out.span().first(), out.span().last()));
        }
    }
}
