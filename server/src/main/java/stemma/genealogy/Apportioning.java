package stemma.genealogy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.catalog.Conversions;
import stemma.genealogy.store.FlowRow;
import stemma.genealogy.store.Links;
import stemma.genealogy.store.RunRow;
import stemma.genealogy.store.RunTable;
import stemma.genealogy.store.YieldedRow;
import stemma.journal.Knowledge;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.stock.Balance;
import stemma.stock.Flow;
import stemma.stock.Stock;
import stemma.trace.Root;
import stemma.trace.TraceIndex;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says how much of a suspect is in each lot that may contain some of it. What a forward trace went
 * along is told to an engine of its own with amounts and weights, so that by what a run apportions
 * is known when all that came out of it is.
 */
public final class Apportioning {
    private static final Logger LOG = LoggerFactory.getLogger(Apportioning.class);

    private final LinkSource links;
    private final RunTable runs;
    private final Lots lots;
    private final Stock stock;
    private final Catalog catalog;

    public Apportioning(
            JdbcClient database, LiveIndex index, Lots lots, Stock stock, Catalog catalog) {
        this.links = new LinkSource(database, index);
        this.runs = new RunTable(database);
        this.lots = lots;
        this.stock = stock;
        this.catalog = catalog;
    }

    /**
     * Returns the roots of a forward trace apportioned over it; nothing where they are in several
     * units, or where nobody knows how much they are.
     */
    public Optional<Apportioned> over(Trace trace) {
        AsOf asOf = trace.question().asOf();
        List<Reached> suspects =
                trace.lots().stream().filter(lot -> lot.way() == Way.ROOT).toList();
        Set<Unit> units = new HashSet<>();
        suspects.forEach(lot -> units.add(lot.lot().unit()));
        if (units.size() != 1) return Optional.empty();
        List<Root> roots = roots(suspects, known(asOf));
        if (roots.isEmpty()) return Optional.empty();
        List<Span> spans = suspects.stream().map(Apportioning::span).toList();
        Links source = links.of(spans, Direction.FORWARD, Cause.LOCAL, asOf);
        Web web = Search.of(source, Direction.FORWARD).from(spans, Cause.LOCAL);
        ShareFacts facts = facts(web, links.tables(asOf), known(asOf));
        BigDecimal all = roots.stream()
                .map(root -> BigDecimal.valueOf(root.quantity(), Weighing.DECIMALS))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Quantity suspect =
                new Quantity(all.stripTrailingZeros(), units.iterator().next());
        return shares(facts, roots).map(shares -> new Apportioned(suspect, shares, facts.bases()));
    }

    /** What the engine cannot hold takes no trace away from who asked for one. */
    private static Optional<stemma.trace.Shares> shares(ShareFacts facts, List<Root> roots) {
        try {
            TraceIndex engine = new TraceIndex();
            engine.tell(facts::to);
            return Optional.of(engine.shares(roots));
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException cannotBe) {
            LOG.error("The tables say what cannot be apportioned", cannotBe);
            return Optional.empty();
        }
    }

    private static Span span(Reached lot) {
        return new Span(
                lot.lot().key(), lot.portion().first().ordinal(), lot.portion().last());
    }

    private static Knowledge known(AsOf asOf) {
        return new Knowledge(
                0,
                asOf.lastSeq(),
                asOf.except().stream().mapToLong(Long::longValue).toArray());
    }

    /** A lot is as much as ever went to places from where it came to be; units are counted. */
    private List<Root> roots(List<Reached> suspects, Knowledge known) {
        Map<Long, BigDecimal> born = new HashMap<>();
        List<Lot> under = suspects.stream().map(Reached::lot).distinct().toList();
        Map<stemma.identifiers.LotId, Long> keys = new HashMap<>();
        under.forEach(lot -> keys.put(lot.id(), lot.key()));
        for (Balance balance : stock.balances(under, known)) {
            Long key = keys.get(balance.lot().first());
            if (key != null && balance.quantity().isPositive())
                born.merge(key, balance.quantity().amount(), BigDecimal::add);
        }
        List<Root> roots = new ArrayList<>();
        for (Reached suspect : suspects) {
            Lot lot = suspect.lot();
            BigDecimal amount = lot.isSerial()
                    ? BigDecimal.valueOf(suspect.portion().count())
                    : born.getOrDefault(lot.key(), BigDecimal.ZERO);
            Span at = span(suspect);
            if (amount.signum() > 0)
                roots.add(new Root(
                        new stemma.trace.Span(at.lot(), at.first(), at.last()),
                        Weighing.whole(amount)));
        }
        return roots;
    }

    /** Beside what the search found: who else made the lots, what else was in the vessels. */
    private ShareFacts facts(Web web, Links tables, Knowledge known) {
        List<Span> reached = web.pieces().stream().map(Web.Piece::span).toList();
        Set<YieldedRow> yielded = new HashSet<>(web.yielded);
        yielded.addAll(tables.yielding(reached));
        Set<FlowRow.Window> windows = new HashSet<>();
        web.fills.forEach(row -> windows.add(row.window()));
        web.draws.forEach(row -> windows.add(row.window()));
        tables.drawsOf(reached).forEach(row -> windows.add(row.window()));
        List<FlowRow> fills = windows.isEmpty() ? List.of() : tables.fillsIn(windows);
        List<FlowRow> draws = windows.isEmpty() ? List.of() : tables.drawsIn(windows);
        Set<Long> made = new HashSet<>();
        yielded.forEach(row -> made.add(row.run()));
        web.fed.values().forEach(row -> made.add(row.run()));
        web.carried.forEach(row -> made.addAll(List.of(row.from(), row.to())));
        var inputs = tables.inputs(made);
        Set<Long> keys = new HashSet<>();
        yielded.forEach(row -> keys.add(row.lot().lot()));
        inputs.forEach(row -> keys.add(row.lot().lot()));
        fills.forEach(row -> keys.add(row.lot().lot()));
        draws.forEach(row -> keys.add(row.lot().lot()));
        reached.forEach(span -> keys.add(span.lot()));
        Map<Long, Lot> byKey = lots.byKey(keys);
        Map<Long, String> codes = new HashMap<>();
        for (RunRow run : runs.runs(made)) codes.put(run.key(), run.id());
        Map<String, List<Flow>> lost = lost(byKey.values(), known);
        Conversions conversions = catalog.conversions(
                byKey.values().stream().map(Lot::item).distinct().toList());
        return new ShareFacts(web, yielded, fills, draws, byKey, codes, lost, conversions);
    }

    private Map<String, List<Flow>> lost(Collection<Lot> of, Knowledge known) {
        Map<String, List<Flow>> lost = new HashMap<>();
        for (Flow flow : stock.lostInRuns(of, known))
            if (flow.from() instanceof Place.InRun(var run))
                lost.computeIfAbsent(run.code(), _ -> new ArrayList<>()).add(flow);
        return lost;
    }
}
