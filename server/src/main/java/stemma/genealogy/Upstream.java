package stemma.genealogy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Which of several askers reach each node of one backward graph, exactly as a search from each
 * alone would: first all that they may contain, then siblings of that, from which nothing further
 * is asked.
 */
final class Upstream {
    private final Graph graph;
    private final BitSet[] by;
    private final int[] nearest;
    private final long[] together;

    Upstream(Graph graph, List<? extends Collection<Integer>> asked) {
        this.graph = graph;
        this.by = new BitSet[graph.size()];
        this.nearest = new int[graph.size()];
        this.together = new long[graph.size()];
        for (int i = 0; i < asked.size(); i++) take(i, from(asked.get(i)));
    }

    private void take(int asker, int[] generations) {
        for (int node = 0; node < generations.length; node++) {
            if (generations[node] < 0) continue;
            if (by[node] == null) {
                by[node] = new BitSet();
                nearest[node] = generations[node];
            }
            by[node].set(asker);
            nearest[node] = Math.min(nearest[node], generations[node]);
            together[node] += generations[node];
        }
    }

    private int[] from(Collection<Integer> starts) {
        int[] generations = new int[graph.size()];
        Arrays.fill(generations, -1);
        List<Integer> first = new ArrayList<>();
        for (int start : starts) {
            if (generations[start] >= 0) continue;
            generations[start] = 0;
            first.add(start);
        }
        walk(first, generations, false);
        List<Integer> reached = new ArrayList<>();
        for (int cut = 0; graph.size() > cut && graph.isLot(cut); cut++)
            if (generations[cut] >= 0) reached.add(cut);
        walk(reached, generations, true);
        return generations;
    }

    /** The nearest go on first, so that each node is met in its first generation. */
    private void walk(List<Integer> from, int[] generations, boolean siblings) {
        Queue<Integer> queue =
                new PriorityQueue<>(Comparator.comparingInt(node -> generations[node]));
        queue.addAll(from);
        while (!queue.isEmpty()) {
            int node = queue.poll();
            graph.next(node).forEach(next -> {
                if (generations[next] >= 0) return;
                if (graph.isLot(node) && isParting(next) != siblings) return;
                generations[next] = generations[node] + (graph.isLot(next) ? 1 : 0);
                queue.add(next);
            });
        }
    }

    private boolean isParting(int node) {
        return graph.maker(node).part() == Maker.Part.PARTING;
    }

    BitSet by(int node) {
        return by[node] == null ? new BitSet() : by[node];
    }

    int nearest(int node) {
        return nearest[node];
    }

    long together(int node) {
        return together[node];
    }

    Sharing.Turn turn(int node) {
        if (by(node).cardinality() > 1) return Sharing.Turn.SHARED;
        int[] next = graph.next(node).filter(to -> !by(to).isEmpty()).toArray();
        if (next.length == 0) return Sharing.Turn.BEGINS;
        return Arrays.stream(next).anyMatch(to -> by(to).cardinality() > 1)
                ? Sharing.Turn.PARTS
                : Sharing.Turn.BETWEEN;
    }
}
