package stemma.inquiry;

import stemma.genealogy.Direction;
import stemma.genealogy.Epoch;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedLink;
import stemma.genealogy.TracedRun;
import stemma.identifiers.LotId;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The traces of one subject, both ways or one, as one graph: what both reached stands in it once.
 * Links are between places in {@code nodes}. A key names the same lot, run or vessel in every
 * answer.
 */
public record JoinedTrace(List<Node> nodes, List<TracedLink> links) {
    public JoinedTrace {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** A node with its key, and the direction of the answer that it is taken from. */
    public record Node(String key, TraceNode node, Direction direction) {}

    /** Joins answers about one subject; the first that has a node gives it. */
    public static JoinedTrace of(List<TraceAnswer> answers) {
        Joining joining = new Joining();
        // What was asked about is told by the forward trace, which knows what became of it.
        answers.stream()
                .sorted(java.util.Comparator.comparing(TraceAnswer::direction))
                .forEach(answer -> joining.take(answer.trace()));
        return new JoinedTrace(joining.nodes, List.copyOf(joining.links));
    }

    /**
     * Returns only what lies on a way through the node: what it comes of and what comes of it; all
     * where there is no such node.
     */
    public JoinedTrace through(String key) {
        int at = 0;
        while (at < nodes.size() && !nodes.get(at).key().equals(key)) at++;
        if (at == nodes.size()) return this;
        Set<Integer> kept = new TreeSet<>();
        kept.addAll(from(at, Direction.FORWARD));
        kept.addAll(from(at, Direction.BACKWARD));
        Map<Integer, Integer> places = new HashMap<>();
        List<Node> left = new ArrayList<>();
        for (int node : kept) {
            places.put(node, left.size());
            left.add(nodes.get(node));
        }
        List<TracedLink> between = new ArrayList<>();
        for (TracedLink link : links) {
            Integer from = places.get(link.from());
            Integer to = places.get(link.to());
            if (from != null && to != null) between.add(moved(link, from, to));
        }
        return new JoinedTrace(left, between);
    }

    private Set<Integer> from(int start, Direction way) {
        Map<Integer, List<Integer>> next = new HashMap<>();
        for (TracedLink link : links) {
            boolean isForward = way == Direction.FORWARD;
            next.computeIfAbsent(isForward ? link.from() : link.to(), _ -> new ArrayList<>())
                    .add(isForward ? link.to() : link.from());
        }
        Set<Integer> reached = new HashSet<>(Set.of(start));
        Deque<Integer> waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty())
            for (int node : next.getOrDefault(waiting.poll(), List.of()))
                if (reached.add(node)) waiting.add(node);
        return reached;
    }

    private static TracedLink moved(TracedLink link, int from, int to) {
        return new TracedLink(from, to, link.portion(), link.quantity(), link.evidence());
    }

    private static final class Joining {
        private final List<Node> nodes = new ArrayList<>();
        private final Set<TracedLink> links = new LinkedHashSet<>();
        private final Map<String, Integer> byKey = new HashMap<>();
        private final Map<LotId, List<Integer>> byLot = new HashMap<>();

        void take(Trace trace) {
            Direction direction = trace.question().direction();
            List<List<Integer>> places = new ArrayList<>();
            Map<String, Integer> subruns = new HashMap<>();
            for (TraceNode node : trace.nodes())
                places.add(places(new Node(key(node, direction, subruns), node, direction)));
            for (TracedLink link : trace.links())
                for (int from : places.get(link.from()))
                    for (int to : places.get(link.to())) links.add(moved(link, from, to));
        }

        /** Units that the other trace has too, cut otherwise, are those that it has. */
        private List<Integer> places(Node node) {
            Integer known = byKey.get(node.key());
            if (known != null) return List.of(known);
            if (node.node() instanceof Reached reached) {
                List<Integer> others = byLot.getOrDefault(reached.lot().id(), List.of()).stream()
                        .filter(place -> isCutOtherwise(nodes.get(place), node, reached))
                        .toList();
                if (covered(others, reached) == reached.portion().count()) return others;
                byLot.computeIfAbsent(reached.lot().id(), _ -> new ArrayList<>())
                        .add(nodes.size());
            }
            byKey.put(node.key(), nodes.size());
            nodes.add(node);
            return List.of(nodes.size() - 1);
        }

        private static boolean isCutOtherwise(Node there, Node node, Reached reached) {
            return there.direction() != node.direction()
                    && there.node() instanceof Reached other
                    && other.portion().overlaps(reached.portion());
        }

        private int covered(List<Integer> others, Reached reached) {
            int units = 0;
            for (int other : others)
                if (nodes.get(other).node() instanceof Reached lot)
                    units += lot.portion().common(reached.portion()).count();
            return units;
        }

        private static String key(
                TraceNode node, Direction direction, Map<String, Integer> subruns) {
            return switch (node) {
                case Reached lot -> lot.portion().toString();
                case TracedRun run -> {
                    String key = "run:" + run.id();
                    yield run.extent() == TracedRun.Extent.RUN
                            ? key
                            : key + "/" + direction + subruns.merge(key, 1, Integer::sum);
                }
                case Epoch vessel -> "vessel:" + vessel.vessel() + "@" + vessel.opened();
            };
        }
    }
}
