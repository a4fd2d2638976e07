package stemma.bench;

import org.jspecify.annotations.Nullable;

import stemma.trace.Cause;
import stemma.trace.Direction;
import stemma.trace.Reached;
import stemma.trace.Span;
import stemma.trace.Totals;
import stemma.trace.TraceIndex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;

/** Asks the engine, and where wanted SQL in the same run, about the same lots. */
final class TraceBench {
    private static final int ROOTS = 100;
    private static final int WARM = 5;
    private static final int COUNTED = 5;
    private static final long MANY = 1_000_000;
    /** Up to here two indexes have room beside each other. */
    private static final long MOST_TWICE = 20_000_000;

    private final long edges;
    private final History history;
    private final TraceIndex index = new TraceIndex();
    private final Engine engine;

    TraceBench(long edges, History history) {
        this.edges = edges;
        this.history = history;
        this.engine = Engine.tell(edges, index, 0, Set.of());
        double links = engine.links();
        double merged = Effort.of(index::merge).seconds();
        history.add(edges, "trace.told.links_per_s", links / engine.tellingSeconds(), "1/s");
        history.add(edges, "trace.told.links_per_cpu_s", links / engine.tellingCpuSeconds(), "1/s");
        history.add(edges, "trace.merged", merged, "s");
        double rebuilt = engine.tellingSeconds() + merged;
        history.add(edges, "trace.rebuilt.links_per_s", links / rebuilt, "1/s");
    }

    record Roots(String name, Direction direction, List<Integer> nodes) {}

    void besideSql(Path data) {
        try (Baseline baseline = new Baseline(data, edges)) {
            run(baseline);
        }
    }

    void alone() {
        run(null);
    }

    private void run(@Nullable Baseline baseline) {
        List<Roots> asked = roots();
        for (Roots roots : asked) {
            compare(
                    roots,
                    roots.name(),
                    node -> trace(node, roots.direction()),
                    baseline == null
                            ? null
                            : (node, nodes) -> beside(baseline, roots, node, nodes));
        }
        for (Roots roots : List.of(asked.getFirst(), asked.getLast())) {
            compare(
                    roots,
                    "recall_" + roots.name(),
                    this::recall,
                    baseline == null ? null : (node, nodes) -> recallBeside(baseline, node, nodes));
        }
        suspects(asked.getFirst());
        serials();
        if (edges <= MOST_TWICE) {
            besideLog(asked);
            late(asked.getLast());
            shares(asked);
        }
        Figures fresh = Figures.of(new Freshness(index, engine).measured());
        history.add(edges, "trace.fresh_at_1000_per_s", fresh);
    }

    private void besideLog(List<Roots> asked) {
        BesideLog log = new BesideLog(edges, history);
        asked.forEach(log::of);
    }

    private void suspects(Roots roots) {
        List<List<Span>> questions = roots.nodes().stream()
                .limit(TraceIndex.AT_ONCE)
                .map(node -> List.of(engine.span(node)))
                .toList();
        List<Double> each = new ArrayList<>();
        for (int round = 0; round < WARM + COUNTED; round++) {
            double cpu =
                    Cpu.of(() -> index.traceEach(questions, roots.direction(), Cause.MATERIAL));
            if (round >= WARM) each.add(cpu / TraceIndex.AT_ONCE);
        }
        history.add(edges, "trace.suspects_at_once.each", Figures.of(each));
    }

    /** Every serial of the hub's answer, its lot and its number, as bytes that go nowhere. */
    private void serials() {
        SerialText text = new SerialText();
        Reached reached = trace(PlantGraph.HUB, Direction.FORWARD);
        List<Double> perSecond = new ArrayList<>();
        for (int round = 0; round < WARM + COUNTED; round++) {
            text.begin();
            double cpu = Cpu.of(() -> reached.forEach(text));
            if (round >= WARM) perSecond.add(text.serials() / cpu * 1e3);
        }
        history.add(edges, "trace.hub.serials_per_s", Figures.of(perSecond).p50(), "1/s");
    }

    /** Of the same plant, of which it is told how much went along each link. */
    private void shares(List<Roots> asked) {
        SharesBench shares = new SharesBench(edges, history);
        shares.of("raw", asked.getFirst().nodes());
        shares.of("hub", asked.getLast().nodes());
        shares.memory();
    }

    /** The same plant, of which every third lot is told after all others. */
    private void late(Roots hub) {
        TraceIndex told = new TraceIndex();
        var unused = Engine.tell(edges, told, 0, Set.of(Engine.Way.THIRD_LATE));
        told.merge();
        List<Span> root = List.of(engine.span(PlantGraph.HUB));
        List<Double> late = ours(hub, node -> told.trace(root, Direction.FORWARD, Cause.MATERIAL));
        int lots = told.trace(root, Direction.FORWARD, Cause.MATERIAL).lots();
        requireEqual("told late", lots, trace(PlantGraph.HUB, Direction.FORWARD).lots());
        history.add(edges, "trace.hub.third_late", Figures.of(late));
    }

    private List<Roots> roots() {
        Random random = new Random(7);
        List<Roots> all = new ArrayList<>();
        all.add(drawn("forward_raw", Direction.FORWARD, Told.Kind.RAW, random));
        all.add(drawn("forward_wip", Direction.FORWARD, Told.Kind.WIP, random));
        all.add(drawn("forward_fill", Direction.FORWARD, Told.Kind.FILL, random));
        all.add(drawn("back_finished", Direction.BACKWARD, Told.Kind.FINISHED, random));
        all.add(drawn("back_serial", Direction.BACKWARD, Told.Kind.SERIAL, random));
        all.add(new Roots("hub", Direction.FORWARD, List.of(PlantGraph.HUB)));
        return all;
    }

    private Roots drawn(String name, Direction direction, Told.Kind kind, Random random) {
        List<Integer> nodes = new ArrayList<>();
        while (nodes.size() < ROOTS) {
            int node = 1 + random.nextInt(engine.nodes() - 1);
            if (engine.kind(node) == kind) nodes.add(node);
        }
        return new Roots(name, direction, nodes);
    }

    /** What SQL takes for the same root, after its answer was found equal, in ms of CPU. */
    private interface Beside {
        double of(int node, long nodes);
    }

    private void compare(Roots roots, String what, IntConsumer ask, @Nullable Beside sql) {
        String name = "trace." + what;
        List<Double> theirs = new ArrayList<>();
        double reached = 0;
        double lots = 0;
        for (int node : roots.nodes()) {
            long nodes = nodesReached(node, roots.direction());
            reached += nodes;
            lots += trace(node, roots.direction()).lots();
            if (sql != null) theirs.add(sql.of(node, nodes));
        }
        history.add(edges, name + ".nodes", reached / roots.nodes().size(), "");
        Figures figures = Figures.of(ours(roots, ask));
        history.add(edges, name, figures);
        double each = figures.mean() * roots.nodes().size() / lots;
        history.add(edges, name + ".ns_per_node", each * 1e6, "ns");
        if (sql == null) return;
        Figures ofSql = Figures.of(theirs);
        history.add(edges, name + ".sql", ofSql);
        history.add(edges, name + ".ratio", ofSql.mean() / figures.mean(), "");
    }

    /** Each round asks of every root once, so that no answer finds its memory as it left it. */
    private static List<Double> ours(Roots roots, IntConsumer ask) {
        List<Double> counted = new ArrayList<>();
        int most = roots.nodes().size() == 1 ? 4 * COUNTED : COUNTED;
        for (int round = 0; round < WARM + most; round++) {
            for (int node : roots.nodes()) {
                double cpu = Cpu.of(() -> ask.accept(node));
                if (round >= WARM) counted.add(cpu);
            }
        }
        return counted;
    }

    /** The first time warms the pages that the answer needs; a large one warms them as it goes. */
    private static double beside(Baseline baseline, Roots roots, int node, long nodes) {
        long[] counted = new long[1];
        double cpu = 0;
        for (int i = 0; i < (nodes > MANY ? 1 : 2); i++)
            cpu = Cpu.with(
                    baseline.backend(), () -> counted[0] = baseline.count(node, roots.direction()));
        requireEqual(roots.name() + " of " + node, nodes, counted[0]);
        return cpu;
    }

    private double recallBeside(Baseline baseline, int node, long nodes) {
        Baseline.Recalled[] counted = new Baseline.Recalled[1];
        double cpu = 0;
        for (int i = 0; i < (nodes > MANY ? 1 : 2); i++)
            cpu = Cpu.with(baseline.backend(), () -> counted[0] = baseline.recall(node));
        List<Totals.Total> totals = recall(node);
        requireEqual("customers of " + node, totals.size(), counted[0].customers());
        long lines = totals.stream().mapToLong(Totals.Total::units).sum();
        requireEqual("lines of " + node, lines, counted[0].lines());
        return cpu;
    }

    private static void requireEqual(String of, long engine, long sql) {
        if (engine != sql)
            throw new IllegalStateException(of + ": engine " + engine + ", SQL " + sql);
    }

    private Reached trace(int node, Direction direction) {
        return index.trace(List.of(engine.span(node)), direction, Cause.MATERIAL);
    }

    private List<Totals.Total> recall(int node) {
        return trace(node, Direction.FORWARD).totals().byCustomer();
    }

    /** Bytes of each part, and what one link takes of both directions. */
    void memory() {
        Map<String, Long> parts = index.memory();
        long all = parts.values().stream().mapToLong(Long::longValue).sum();
        parts.forEach((part, bytes) ->
                history.add(edges, "memory." + part.replace(' ', '_'), bytes / 1e6, "MB"));
        history.add(edges, "memory.all", all / 1e6, "MB");
        long arcs = bytes(parts, "arcs forward") + bytes(parts, "arcs backward");
        history.add(edges, "memory.arcs_per_link", (double) arcs / engine.links(), "bytes");
        history.add(edges, "memory.all_per_link", (double) all / engine.links(), "bytes");
    }

    private static long bytes(Map<String, Long> parts, String part) {
        return Objects.requireNonNull(parts.get(part), part);
    }

    /** From the snapshot to the first answer, its file in the memory of the machine. */
    void start(Path directory) {
        Path file = directory.resolve("trace.snapshot");
        history.add(edges, "start.saved", Effort.of(() -> save(file)).seconds(), "s");
        List<Double> loaded = new ArrayList<>();
        for (int round = 0; round < COUNTED; round++)
            loaded.add(Effort.of(() -> load(file)).seconds());
        history.add(edges, "start.loaded", Figures.of(loaded).p50(), "s");
    }

    private void save(Path file) {
        try {
            index.save(file, "bench");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void load(Path file) {
        try {
            if (!(TraceIndex.load(file, "bench"::equals) instanceof TraceIndex.Loading.Loaded read))
                throw new IllegalStateException("the snapshot is refused");
            List<Span> root = List.of(engine.span(1));
            var unused = read.index().trace(root, Direction.FORWARD, Cause.MATERIAL);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long nodesReached(int node, Direction direction) {
        Reached reached = trace(node, direction);
        if (direction == Direction.FORWARD) return engine.nodesOf(reached.spans());
        return reached.lots() + (engine.kind(node) == Told.Kind.SERIAL ? 1 : 0);
    }
}
