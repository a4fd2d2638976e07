package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.store.CarriedRow;
import stemma.genealogy.store.FedRow;
import stemma.genealogy.store.FlowRow;
import stemma.genealogy.store.RunRow;
import stemma.genealogy.store.YieldedRow;
import stemma.identifiers.LotId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;
import stemma.ledger.Evidence;
import stemma.ledger.Link;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the nodes and links of a trace out of what a search gathered, in an order that only it
 * decides.
 */
final class Assembly {
    private final Web web;
    private final Map<Long, Lot> lots;
    private final Map<Long, RunRow> runs = new HashMap<>();
    private final List<TraceNode> nodes = new ArrayList<>();
    private final Map<Long, List<Reached>> reached = new HashMap<>();
    private final Map<Long, Integer> runNodes = new HashMap<>();
    private final Map<Long, Integer> subrunNodes = new HashMap<>();
    private final Map<FlowRow.Window, Integer> epochNodes = new HashMap<>();
    private final List<TracedLink> links = new ArrayList<>();

    Assembly(Web web, Graph graph, Map<Long, Lot> lots, List<RunRow> runs) {
        this.web = web;
        this.lots = lots;
        runs.forEach(run -> this.runs.put(run.key(), run));
        lots(graph);
        runs();
        epochs();
        links();
    }

    /** Returns the keys of all runs that a search went through. */
    static Set<Long> runs(Web web) {
        Set<Long> keys = new LinkedHashSet<>();
        web.fed.values().forEach(row -> keys.add(row.run()));
        web.yielded.forEach(row -> keys.add(row.run()));
        web.carried.forEach(row -> {
            keys.add(row.from());
            keys.add(row.to());
        });
        return keys;
    }

    List<TraceNode> nodes() {
        return nodes;
    }

    List<TracedLink> traced() {
        return links;
    }

    private record Part(Span span, Web.Piece piece, int grade) {
        boolean goesOn(Part next) {
            return span.lot() == next.span.lot()
                    && span.last() + 1 == next.span.first()
                    && grade == next.grade
                    && piece.depth() == next.piece.depth()
                    && piece.way() == next.piece.way()
                    && piece.onlyThroughPools() == next.piece.onlyThroughPools();
        }
    }

    private void lots(Graph graph) {
        List<Part> parts = new ArrayList<>();
        for (int cut = 0; cut < graph.cuts().size(); cut++) {
            Span span = graph.cuts().get(cut);
            Part part = new Part(span, web.on(span).getFirst(), graph.settled().grade(cut));
            if (!parts.isEmpty() && parts.getLast().goesOn(part)) {
                Part before = parts.removeLast();
                Span joined = new Span(span.lot(), before.span().first(), span.last());
                part = new Part(joined, part.piece(), part.grade());
            }
            parts.add(part);
        }
        parts.sort(Comparator.comparing((Part part) -> part.piece().depth())
                .thenComparing(part -> part.piece().way())
                .thenComparing(part -> portion(part.span())));
        for (Part part : parts) {
            Reached node = new Reached(
                    nodes.size(),
                    lot(part.span()),
                    portion(part.span()),
                    part.piece().depth(),
                    part.piece().way(),
                    Evidence.values()[Math.max(0, part.grade())],
                    part.piece().onlyThroughPools());
            nodes.add(node);
            reached.computeIfAbsent(part.span().lot(), _ -> new ArrayList<>()).add(node);
        }
    }

    private void runs() {
        TreeMap<String, RunRow> byId = new TreeMap<>();
        runs(web).forEach(key -> byId.put(run(key).id(), run(key)));
        List<RunRow> inOrder = new ArrayList<>(byId.values());
        inOrder.sort(Comparator.comparing(RunRow::startedFrom).thenComparing(RunRow::id));
        Map<Long, List<FedRow>> subruns = new HashMap<>();
        for (FedRow row : web.fed.values()) {
            if (!row.everywhere())
                subruns.computeIfAbsent(row.run(), _ -> new ArrayList<>()).add(row);
        }
        for (RunRow run : inOrder) {
            runNodes.put(run.key(), nodes.size());
            nodes.add(node(run, TracedRun.Extent.RUN));
            List<FedRow> parts = subruns.getOrDefault(run.key(), new ArrayList<>());
            parts.sort(Comparator.comparing((FedRow row) -> portion(row.lot()))
                    .thenComparing(FedRow::key));
            for (FedRow part : parts) {
                subrunNodes.put(part.key(), nodes.size());
                nodes.add(node(run, TracedRun.Extent.SUBRUN));
            }
        }
    }

    private TracedRun node(RunRow run, TracedRun.Extent extent) {
        return node(nodes.size(), run, extent);
    }

    /** Returns a run outside of a trace, where it has no number of its own. */
    static TracedRun run(RunRow run) {
        return node(-1, run, TracedRun.Extent.RUN);
    }

    private static TracedRun node(int number, RunRow run, TracedRun.Extent extent) {
        return new TracedRun(
                number,
                new RunId(run.id()),
                run.kind(),
                Link.Likeness.valueOf(run.likeness()),
                new SiteCode(run.site()),
                run.order() == null ? null : new OrderCode(run.order()),
                run.line() == null ? null : new ResourceCode(run.line()),
                run.startedFrom(),
                extent);
    }

    private void epochs() {
        Set<FlowRow.Window> windows = new LinkedHashSet<>();
        web.fills.forEach(row -> windows.add(row.window()));
        web.draws.forEach(row -> windows.add(row.window()));
        Comparator<java.time.Instant> order = Comparator.nullsFirst(Comparator.naturalOrder());
        windows.stream()
                .sorted(Comparator.comparing(FlowRow.Window::vessel)
                        .thenComparing(FlowRow.Window::opened, order)
                        .thenComparing(FlowRow.Window::closed, order))
                .forEach(window -> {
                    epochNodes.put(window, nodes.size());
                    nodes.add(new Epoch(
                            nodes.size(),
                            new ResourceCode(window.vessel()),
                            window.opened(),
                            window.closed()));
                });
    }

    private void links() {
        for (FedRow row : web.fed.values()) {
            int run = row.everywhere() ? known(runNodes, row.run()) : known(subrunNodes, row.key());
            from(row.lot(), run, row.quantity(), row.evidence());
            for (Span output : web.into.getOrDefault(row.key(), Set.of())) {
                to(run, output, null, row.evidence());
            }
        }
        for (YieldedRow row : web.yielded) {
            to(known(runNodes, row.run()), row.lot(), row.quantity(), row.evidence());
        }
        for (CarriedRow row : web.carried) {
            Evidence evidence = row.stated() ? Evidence.DERIVED : Evidence.ASSUMED;
            int from = known(runNodes, row.from());
            links.add(new TracedLink(from, known(runNodes, row.to()), null, null, evidence));
        }
        for (FlowRow row : web.fills) {
            from(row.lot(), known(epochNodes, row.window()), row.quantity(), row.evidence());
        }
        for (FlowRow row : web.draws) {
            to(known(epochNodes, row.window()), row.lot(), row.quantity(), row.evidence());
        }
        links.sort(Comparator.comparing(TracedLink::from)
                .thenComparing(TracedLink::to)
                .thenComparing(
                        TracedLink::portion, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(link -> String.valueOf(link.quantity()))
                .thenComparing(TracedLink::evidence));
    }

    private void from(Span lot, int to, java.math.@Nullable BigDecimal quantity, int evidence) {
        for (Reached node : on(lot)) {
            links.add(new TracedLink(
                    node.number(),
                    to,
                    portion(lot),
                    quantity(lot, quantity),
                    Evidence.values()[evidence]));
        }
    }

    private void to(int from, Span lot, java.math.@Nullable BigDecimal quantity, int evidence) {
        for (Reached node : on(lot)) {
            links.add(new TracedLink(
                    from,
                    node.number(),
                    portion(lot),
                    quantity(lot, quantity),
                    Evidence.values()[evidence]));
        }
    }

    private List<Reached> on(Span span) {
        return reached.getOrDefault(span.lot(), List.of()).stream()
                .filter(node -> node.portion().overlaps(portion(span)))
                .toList();
    }

    private static <K> int known(Map<K, Integer> numbers, K key) {
        return Objects.requireNonNull(numbers.get(key));
    }

    private RunRow run(long key) {
        return Objects.requireNonNull(runs.get(key));
    }

    private Lot lot(Span span) {
        return Objects.requireNonNull(lots.get(span.lot()));
    }

    private Portion portion(Span span) {
        return portion(lot(span), span);
    }

    static Portion portion(Lot lot, Span span) {
        return new Portion(
                new LotId(lot.id().birth(), span.first()), span.last() - span.first() + 1);
    }

    private @Nullable Quantity quantity(Span lot, java.math.@Nullable BigDecimal amount) {
        return amount == null ? null : new Quantity(amount, lot(lot).unit());
    }
}
