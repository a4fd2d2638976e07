package stemma.genealogy.store;

import stemma.database.AtOnce;
import stemma.database.Select;
import stemma.genealogy.Direction;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All links that a search goes along whose answer is known beforehand, read at once: neither the
 * messages nor the statements grow in number with the generations. Who asks for more than that
 * search needs may be told less than the tables have.
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

    LinksAtHand() {}

    /** Where a search goes, and all that it reaches. */
    public record Walk(Direction direction, Collection<Span> reached) {}

    /** The links of some searches, and whether there was any news when the last were read. */
    public record Read(List<Links> links, boolean isAnyNew) {}

    /**
     * Reads the links of some searches; what the message has to ask besides is answered with their
     * first, what {@code onRuns} asks of the runs that these lead to with the next, and whether
     * there is any news behind the last.
     */
    public static Read of(
            AtOnce message,
            Collection<Walk> walks,
            Consumer<Set<Long>> onRuns,
            Supplier<Select<Boolean>> news) {
        List<AskedLinks> all = walks.stream().map(AskedLinks::of).toList();
        all.forEach(one -> one.begin(message));
        boolean isAnyNew = answer(message, news);
        all.forEach(one -> one.goOn(message));
        onRuns.accept(runs(all));
        // Bounded: a round goes on only where it reached a run that was not reached before.
        while (message.isWaiting()) {
            isAnyNew = answer(message, news);
            all.forEach(one -> one.goOn(message));
        }
        return new Read(all.stream().map(one -> (Links) one.atHand).toList(), isAnyNew);
    }

    private static boolean answer(AtOnce message, Supplier<Select<Boolean>> news) {
        Supplier<List<Boolean>> told = message.ask(news.get());
        message.answer();
        return told.get().getFirst();
    }

    private static Set<Long> runs(List<AskedLinks> all) {
        Set<Long> runs = new HashSet<>();
        for (AskedLinks one : all) {
            runs.addAll(one.runs);
            runs.addAll(one.atHand.yieldedByRun.keySet());
        }
        return runs;
    }

    /** Takes links; returns the keys of those that are recorded for some outputs. */
    List<Long> fed(Collection<FedRow> rows) {
        for (FedRow row : rows) {
            add(fedByLot, row.lot().lot(), row);
            add(fedByRun, row.run(), row);
            if (!row.everywhere()) forSome.add(row);
        }
        return forSome.stream().map(FedRow::key).toList();
    }

    void into(List<FedIntoRow> rows) {
        rows.forEach(row -> add(into, row.fed(), row));
    }

    void yielded(List<YieldedRow> rows) {
        for (YieldedRow row : rows) {
            add(yieldedByLot, row.lot().lot(), row);
            add(yieldedByRun, row.run(), row);
        }
    }

    void after(CarriedRow row) {
        add(after, row.from(), row);
    }

    void before(CarriedRow row) {
        add(before, row.to(), row);
    }

    /** Takes the flows of lots; returns the windows in which they may have met others. */
    Set<Window> flows(List<FlowRow> flows) {
        Set<Window> windows = new HashSet<>();
        for (FlowRow flow : flows) {
            add(flowsByLot, flow.lot().lot(), flow);
            windows.add(flow.window());
        }
        return windows;
    }

    void others(List<FlowRow> flows) {
        flows.forEach(flow -> add(flowsByWindow, flow.window(), flow));
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
