package stemma.genealogy.store;

import stemma.genealogy.Span;
import stemma.genealogy.store.FlowRow.Window;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * All links that a search goes along whose answer is known beforehand, read at once: the number of
 * statements does not grow with the generations. Who asks for more than that search needs may be
 * told less than the tables have.
 */
public final class LinksAtHand implements Links {
    private final Map<Long, List<FedRow>> fedByLot = new HashMap<>();
    private final Map<Long, List<FedRow>> fedByRun = new HashMap<>();
    private final Map<Long, List<FedIntoRow>> into = new HashMap<>();
    private final List<FedRow> forSome = new ArrayList<>();
    private final Map<Long, List<YieldedRow>> yieldedByLot = new HashMap<>();
    private final Map<Long, List<YieldedRow>> yieldedByRun = new HashMap<>();
    private final Map<Long, List<CarriedRow>> after = new HashMap<>();
    private final Map<Long, List<CarriedRow>> before = new HashMap<>();
    private final Map<Long, List<FlowRow>> flowsByLot = new HashMap<>();
    private final Map<Window, List<FlowRow>> flowsByWindow = new HashMap<>();

    private LinksAtHand() {}

    /** Reads what leads from the lots to each other, where these are all that may contain some. */
    public static Links forward(Links tables, Collection<Span> reached) {
        LinksAtHand all = new LinksAtHand();
        List<FedRow> fed = tables.fedBy(reached);
        all.fed(fed, tables);
        all.yielded(tables.yielding(reached));
        Set<Long> runs = new LinkedHashSet<>();
        fed.forEach(row -> runs.add(row.run()));
        all.carried(runs, tables::after, CarriedRow::from, CarriedRow::to, all.after);
        List<FlowRow> fills = tables.fillsOf(reached);
        all.flows(fills, tables::drawsIn);
        return all;
    }

    /** Reads what leads to the lots from each other, where these are all that some may contain. */
    public static Links backward(Links tables, Collection<Span> reached) {
        LinksAtHand all = new LinksAtHand();
        List<YieldedRow> yielded = tables.yielding(reached);
        all.yielded(yielded);
        Set<Long> runs = new LinkedHashSet<>();
        yielded.forEach(row -> runs.add(row.run()));
        all.carried(runs, tables::before, CarriedRow::to, CarriedRow::from, all.before);
        Map<Long, FedRow> fed = new HashMap<>();
        tables.inputs(runs).forEach(row -> fed.put(row.key(), row));
        tables.fedInto(reached).forEach(row -> fed.put(row.key(), row));
        all.fed(List.copyOf(fed.values()), tables);
        List<FlowRow> draws = tables.drawsOf(reached);
        all.flows(draws, tables::fillsIn);
        return all;
    }

    private void fed(List<FedRow> rows, Links tables) {
        for (FedRow row : rows) {
            add(fedByLot, row.lot().lot(), row);
            add(fedByRun, row.run(), row);
            if (!row.everywhere()) forSome.add(row);
        }
        if (forSome.isEmpty()) return;
        tables.outputsOf(forSome.stream().map(FedRow::key).toList())
                .forEach(row -> add(into, row.fed(), row));
    }

    private void yielded(List<YieldedRow> rows) {
        for (YieldedRow row : rows) {
            add(yieldedByLot, row.lot().lot(), row);
            add(yieldedByRun, row.run(), row);
        }
    }

    /** Adds to the runs those that material was carried over to, or from, however far. */
    private void carried(
            Set<Long> runs,
            Function<Collection<Long>, List<CarriedRow>> rows,
            Function<CarriedRow, Long> here,
            Function<CarriedRow, Long> there,
            Map<Long, List<CarriedRow>> found) {
        Collection<Long> frontier = List.copyOf(runs);
        while (!frontier.isEmpty()) {
            Set<Long> fresh = new LinkedHashSet<>();
            for (CarriedRow row : rows.apply(frontier)) {
                add(found, here.apply(row), row);
                if (runs.add(there.apply(row))) fresh.add(there.apply(row));
            }
            frontier = fresh;
        }
    }

    private void flows(List<FlowRow> flows, Function<Collection<Window>, List<FlowRow>> othersIn) {
        Set<Window> windows = new HashSet<>();
        for (FlowRow flow : flows) {
            add(flowsByLot, flow.lot().lot(), flow);
            windows.add(flow.window());
        }
        if (windows.isEmpty()) return;
        othersIn.apply(windows).forEach(flow -> add(flowsByWindow, flow.window(), flow));
    }

    @Override
    public List<FedRow> fedBy(Collection<Span> lots) {
        return onSpans(fedByLot, lots, FedRow::lot);
    }

    @Override
    public List<FedRow> fedInto(Collection<Span> outputs) {
        Map<Long, List<Span>> asked = new HashMap<>();
        outputs.forEach(span -> add(asked, span.lot(), span));
        List<FedRow> found = new ArrayList<>();
        for (FedRow row : forSome) {
            boolean isAsked = into.getOrDefault(row.key(), List.of()).stream()
                    .anyMatch(i -> asked.getOrDefault(i.output().lot(), List.of()).stream()
                            .anyMatch(i.output()::overlaps));
            if (isAsked) found.add(row);
        }
        return found;
    }

    @Override
    public List<FedRow> inputs(Collection<Long> runs) {
        return of(fedByRun, runs);
    }

    @Override
    public List<FedIntoRow> outputsOf(Collection<Long> fed) {
        return of(into, fed);
    }

    @Override
    public List<YieldedRow> outputs(Collection<Long> runs) {
        return of(yieldedByRun, runs);
    }

    @Override
    public List<YieldedRow> yielding(Collection<Span> lots) {
        return onSpans(yieldedByLot, lots, YieldedRow::lot);
    }

    @Override
    public List<CarriedRow> after(Collection<Long> runs) {
        return of(after, runs);
    }

    @Override
    public List<CarriedRow> before(Collection<Long> runs) {
        return of(before, runs);
    }

    @Override
    public List<FlowRow> fillsOf(Collection<Span> lots) {
        return onSpans(flowsByLot, lots, FlowRow::lot);
    }

    @Override
    public List<FlowRow> drawsOf(Collection<Span> lots) {
        return onSpans(flowsByLot, lots, FlowRow::lot);
    }

    @Override
    public List<FlowRow> drawsIn(Collection<Window> windows) {
        return of(flowsByWindow, windows);
    }

    @Override
    public List<FlowRow> fillsIn(Collection<Window> windows) {
        return of(flowsByWindow, windows);
    }

    private static <K, R> void add(Map<K, List<R>> rows, K key, R row) {
        rows.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(row);
    }

    private static <K, R> List<R> of(Map<K, List<R>> rows, Collection<K> keys) {
        List<R> found = new ArrayList<>();
        for (K key : new LinkedHashSet<>(keys)) found.addAll(rows.getOrDefault(key, List.of()));
        return found;
    }

    private static <R> List<R> onSpans(
            Map<Long, List<R>> rows, Collection<Span> spans, Function<R, Span> span) {
        Set<R> found = new LinkedHashSet<>();
        for (Span asked : spans) {
            for (R row : rows.getOrDefault(asked.lot(), List.of())) {
                if (span.apply(row).overlaps(asked)) found.add(row);
            }
        }
        return List.copyOf(found);
    }
}
