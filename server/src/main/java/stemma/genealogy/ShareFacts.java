package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Conversions;
import stemma.genealogy.store.CarriedRow;
import stemma.genealogy.store.FedRow;
import stemma.genealogy.store.FlowRow;
import stemma.genealogy.store.YieldedRow;
import stemma.identifiers.EventId;
import stemma.lots.Lot;
import stemma.stock.Flow;
import stemma.trace.Evidence;
import stemma.trace.Fact;
import stemma.trace.Measure;
import stemma.trace.TraceIndex;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tells an engine what a search went along, with amounts, and weights where there is a basis. */
final class ShareFacts {
    private final Web web;
    private final Collection<YieldedRow> yielded;
    private final Map<Long, List<YieldedRow>> yieldedBy = new HashMap<>();
    private final Map<EventId, List<Lot>> byBirth = new HashMap<>();
    private final Map<FlowRow, Boolean> fills = new HashMap<>();
    private final Collection<FlowRow> flows;
    private final Map<Long, Lot> lots;
    private final Map<Long, String> codes;
    private final Map<String, List<Flow>> lost;
    private final Map<Long, Weighing> byRun = new HashMap<>();
    private final Map<String, Weighing> byVessel = new HashMap<>();
    private final Map<Long, Fact.Nature> natures = new HashMap<>();
    private final Map<FlowRow.Window, Long> vessels = new HashMap<>();

    ShareFacts(
            Web web,
            Collection<YieldedRow> yielded,
            Collection<FlowRow> fills,
            Collection<FlowRow> draws,
            Map<Long, Lot> lots,
            Map<Long, String> codes,
            Map<String, List<Flow>> lost,
            Conversions conversions) {
        this.web = web;
        this.yielded = yielded;
        this.lots = lots;
        this.codes = codes;
        this.lost = lost;
        fills.forEach(row -> this.fills.put(row, true));
        List<FlowRow> all = new ArrayList<>(fills);
        all.addAll(draws);
        this.flows = all;
        lots.values()
                .forEach(lot -> byBirth.computeIfAbsent(lot.id().birth(), _ -> new ArrayList<>())
                        .add(lot));
        Map<Long, Set<Lot>> outputs = new HashMap<>();
        for (YieldedRow row : yielded) {
            yieldedBy.computeIfAbsent(row.run(), _ -> new ArrayList<>()).add(row);
            natures.put(row.run(), nature(row.pool(), row.sameMaterial()));
            outputs.computeIfAbsent(row.run(), _ -> new LinkedHashSet<>()).add(lot(row.lot()));
        }
        outputs.forEach((run, of) -> {
            for (Flow flow : lossesOf(run)) of.add(lot(flow));
            byRun.put(run, Weighing.of(of, conversions));
        });
        Map<String, Set<Lot>> through = new HashMap<>();
        for (FlowRow row : all)
            through.computeIfAbsent(row.window().vessel(), _ -> new LinkedHashSet<>())
                    .add(lot(row.lot()));
        through.forEach((vessel, of) -> byVessel.put(vessel, Weighing.of(of, conversions)));
    }

    private Lot lot(Span span) {
        return Objects.requireNonNull(lots.get(span.lot()));
    }

    private List<Flow> lossesOf(long run) {
        return lost.getOrDefault(codes.getOrDefault(run, ""), List.of());
    }

    void to(TraceIndex.Facts facts) {
        for (FedRow row : web.fed.values()) facts.state(fed(row));
        for (YieldedRow row : yielded)
            facts.state(new Fact.Yielded(
                    row.run(),
                    nature(row.pool(), row.sameMaterial()),
                    span(row.lot()),
                    measure(row.quantity(), row.evidence()).weighing(weight(row))));
        for (CarriedRow row : web.carried)
            facts.state(
                    new Fact.Stated(row.to(), Fact.Stated.NONE, row.from(), Fact.Basis.NONE, 0, 0));
        byRun.forEach((run, weighing) -> lossesOf(run)
                .forEach(flow -> facts.state(new Fact.Lost(
                        run,
                        Objects.requireNonNull(natures.get(run)),
                        Measure.NONE.weighing(
                                weighing.weight(lot(flow), flow.quantity().amount()))))));
        flows(facts);
    }

    private Lot lot(Flow flow) {
        return byBirth.getOrDefault(flow.lot().first().birth(), List.of()).stream()
                .filter(lot -> lot.span().overlaps(flow.lot()))
                .findFirst()
                .orElseThrow();
    }

    /** A flow that may be of several fillings is told with the first; nobody knows its weight. */
    private void flows(TraceIndex.Facts facts) {
        Map<String, FlowRow> once = new HashMap<>();
        Set<String> unsure = new LinkedHashSet<>();
        for (FlowRow row : flows) {
            String key = row.seq() + "/" + row.line();
            FlowRow first = once.putIfAbsent(key, row);
            if (first != null && !first.window().equals(row.window())) unsure.add(key);
        }
        once.forEach((key, row) -> {
            long vessel = vessels.computeIfAbsent(row.window(), _ -> (long) vessels.size());
            Weighing weighing = Objects.requireNonNull(byVessel.get(row.window().vessel()));
            Measure measure = measure(row.quantity(), row.evidence())
                    .weighing(
                            unsure.contains(key)
                                    ? Measure.UNKNOWN
                                    : weighing.weight(lot(row.lot()), row.quantity()));
            facts.state(
                    fills.containsKey(row)
                            ? new Fact.Filled(vessel, span(row.lot()), 0, 0, measure)
                            : new Fact.Drawn(vessel, span(row.lot()), 0, 0, measure));
        });
    }

    private Fact fed(FedRow row) {
        List<Span> into = row.everywhere() || row.pool() || row.sameMaterial()
                ? List.of()
                : List.copyOf(web.into.getOrDefault(row.key(), Set.of()));
        List<Long> weights = new ArrayList<>();
        for (Span output : into) weights.add(weight(row.run(), output));
        return new Fact.Fed(
                row.key(),
                row.run(),
                nature(row.pool(), row.sameMaterial()),
                span(row.lot()),
                into.stream().map(ShareFacts::span).toList(),
                measure(row.quantity(), row.evidence()),
                weights);
    }

    /** Returns what these units of an output weigh, of what was yielded of them. */
    private long weight(long run, Span units) {
        long sum = 0;
        boolean isKnown = false;
        for (YieldedRow row : yieldedBy.getOrDefault(run, List.of())) {
            if (!row.lot().overlaps(units)) continue;
            long whole = weight(row);
            if (whole == Measure.UNKNOWN) return Measure.UNKNOWN;
            long both = Math.min(units.last(), row.lot().last())
                    - Math.max(units.first(), row.lot().first())
                    + 1L;
            long of = row.lot().last() - row.lot().first() + 1L;
            sum += Math.round((double) whole * both / of);
            isKnown = true;
        }
        return isKnown ? sum : Measure.UNKNOWN;
    }

    private long weight(YieldedRow row) {
        Weighing weighing = Objects.requireNonNull(byRun.get(row.run()));
        return weighing.weight(lot(row.lot()), row.quantity());
    }

    /** Returns for each lot by what the runs and vessels that it came out of apportion. */
    Map<Long, List<String>> bases() {
        Map<Long, Set<String>> found = new HashMap<>();
        for (YieldedRow row : yielded)
            add(
                    found,
                    row.lot().lot(),
                    codes.get(row.run()),
                    Objects.requireNonNull(byRun.get(row.run())));
        for (FlowRow row : flows)
            if (!fills.containsKey(row))
                add(
                        found,
                        row.lot().lot(),
                        "vessel " + row.window().vessel(),
                        Objects.requireNonNull(byVessel.get(row.window().vessel())));
        for (CarriedRow carried : web.carried)
            for (YieldedRow row : yieldedBy.getOrDefault(carried.to(), List.of()))
                found.computeIfAbsent(row.lot().lot(), _ -> new LinkedHashSet<>())
                        .add("left in the line after " + codes.get(carried.from()));
        Map<Long, List<String>> bases = new HashMap<>();
        found.forEach((lot, words) -> bases.put(lot, List.copyOf(words)));
        return bases;
    }

    private static void add(
            Map<Long, Set<String>> found, long lot, @Nullable String maker, Weighing weighing) {
        if (maker == null) return;
        String name = maker.matches("[0-9a-f-]{36}(/\\d+)?") ? "one material" : maker;
        found.computeIfAbsent(lot, _ -> new LinkedHashSet<>()).add(name + " " + weighing.words());
    }

    private static Measure measure(BigDecimal quantity, int evidence) {
        return Measure.of(Weighing.whole(quantity), Evidence.values()[evidence], Measure.UNKNOWN);
    }

    private static Fact.Nature nature(boolean pool, boolean sameMaterial) {
        if (pool) return Fact.Nature.POOL;
        return sameMaterial ? Fact.Nature.SAME_MATERIAL : Fact.Nature.PLAIN;
    }

    private static stemma.trace.Span span(Span span) {
        return new stemma.trace.Span(span.lot(), span.first(), span.last());
    }
}
