package stemma.bench;

import stemma.trace.Cause;
import stemma.trace.Span;
import stemma.trace.TraceIndex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a log behind the frozen base costs: the same plant in two indexes, both frozen before the
 * last edge in a hundred was told, of which one has been merged since. Each root is asked of both,
 * one after the other, and now this one is first, now that, so that neither is warmer than the
 * other.
 */
final class BesideLog {
    private static final int PART = 100;
    private static final int WARM = 6;
    private static final int COUNTED = 10;

    private final long edges;
    private final History history;
    private final TraceIndex merged = new TraceIndex();
    private final TraceIndex logged = new TraceIndex();
    private final Engine engine;

    BesideLog(long edges, History history) {
        this.edges = edges;
        this.history = history;
        this.engine = Engine.tell(edges, logged, edges - edges / PART, Set.of());
        var unused = Engine.tell(edges, merged, edges - edges / PART, Set.of());
        merged.merge();
    }

    void of(TraceBench.Roots roots) {
        for (int node : roots.nodes()) requireEqual(node, roots);
        List<Double> ratios = new ArrayList<>();
        List<Double> withLog = new ArrayList<>();
        int warm = roots.nodes().size() * WARM;
        for (int round = 0; round < WARM + COUNTED; round++) {
            List<Double> ofLogged = new ArrayList<>();
            double ofMerged = 0;
            for (int node : roots.nodes()) {
                boolean isMergedFirst = round % 2 == 0;
                if (isMergedFirst) ofMerged += asked(merged, node, roots);
                ofLogged.add(asked(logged, node, roots));
                if (!isMergedFirst) ofMerged += asked(merged, node, roots);
            }
            withLog.addAll(ofLogged);
            double sum = ofLogged.stream().mapToDouble(Double::doubleValue).sum();
            if (round >= WARM) ratios.add(sum / ofMerged);
        }
        Figures counted = Figures.of(withLog.subList(warm, withLog.size()));
        history.add(edges, "trace." + roots.name() + ".with_log", counted);
        history.add(
                edges,
                "trace.log_over_plain." + roots.name(),
                Figures.of(ratios).p50(),
                "");
    }

    private double asked(TraceIndex index, int node, TraceBench.Roots roots) {
        List<Span> root = List.of(engine.span(node));
        return Cpu.of(() -> index.trace(root, roots.direction(), Cause.MATERIAL));
    }

    private void requireEqual(int node, TraceBench.Roots roots) {
        List<Span> root = List.of(engine.span(node));
        int of = merged.trace(root, roots.direction(), Cause.MATERIAL).lots();
        int beside = logged.trace(root, roots.direction(), Cause.MATERIAL).lots();
        if (of != beside)
            throw new IllegalStateException(node + ": " + of + " lots, with a log " + beside);
    }
}
