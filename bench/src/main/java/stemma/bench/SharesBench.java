package stemma.bench;

import stemma.trace.Cause;
import stemma.trace.Direction;
import stemma.trace.Root;
import stemma.trace.Span;
import stemma.trace.TraceIndex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a lot is in all that it went into, beside the plain trace of the same lot in the same
 * round, on an index that was told how much went along each link.
 */
final class SharesBench {
    private static final int WARM = 3;
    private static final int COUNTED = 5;
    private static final long QUANTITY = 1_000_000;

    private final long edges;
    private final History history;
    private final TraceIndex index = new TraceIndex();
    private final Engine engine;

    SharesBench(long edges, History history) {
        this.edges = edges;
        this.history = history;
        this.engine = Engine.tell(edges, index, 0, Set.of(Engine.Way.MEASURED));
        index.merge();
    }

    void of(String name, List<Integer> nodes) {
        List<Double> plain = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        int rounds = nodes.size() == 1 ? 3 * COUNTED : COUNTED;
        for (int round = 0; round < WARM + rounds; round++) {
            for (int node : nodes) {
                Span root = engine.span(node);
                double traced =
                        Cpu.of(() -> index.trace(List.of(root), Direction.FORWARD, Cause.LOCAL));
                double shared = Cpu.of(() -> index.shares(List.of(new Root(root, QUANTITY))));
                if (round < WARM) continue;
                plain.add(traced);
                shares.add(shared);
            }
        }
        Figures ofShares = Figures.of(shares);
        history.add(edges, "trace.shares_" + name, ofShares);
        double over = ofShares.mean() / Figures.of(plain).mean();
        history.add(edges, "trace.shares_" + name + ".over_plain", over, "");
    }

    /** What a link takes of both directions with quantity, weight, order and evidence. */
    void memory() {
        long bytes = 0;
        for (Map.Entry<String, Long> part : index.memory().entrySet())
            if (part.getKey().startsWith("arcs") || part.getKey().equals("measures"))
                bytes += part.getValue();
        double each = (double) bytes / engine.links();
        history.add(edges, "memory.arcs_and_measures_per_link", each, "bytes");
    }
}
