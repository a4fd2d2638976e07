package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Trace;
import stemma.genealogy.TracedLink;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many of some pieces among the roots of a trace can be in what it reached: no more than were
 * taken from the roots on all ways that lead there. A piece goes whole into one unit, so that no
 * share by weight bounds it: five units of thirty that hold ten bolts can hold a bolt each.
 */
final class Pieces {
    private final BigDecimal covers;
    private final Map<Integer, BigDecimal> most = new HashMap<>();

    private Pieces(BigDecimal covers) {
        this.covers = covers;
    }

    static Pieces of(Quantity covers, Trace trace) {
        Pieces pieces = new Pieces(covers.amount());
        Set<Integer> roots = new HashSet<>();
        trace.lots().stream()
                .filter(reached -> reached.depth() == 0)
                .forEach(reached -> roots.add(reached.number()));
        Map<Integer, List<Integer>> next = new HashMap<>();
        Map<Integer, BigDecimal> first = new HashMap<>();
        for (TracedLink link : trace.links()) {
            next.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link.to());
            if (roots.contains(link.from()))
                first.merge(link.to(), pieces.along(covers, link.quantity()), BigDecimal::add);
        }
        first.forEach((node, taken) -> pieces.spread(node, taken, next));
        roots.forEach(root -> pieces.most.put(root, pieces.covers));
        return pieces;
    }

    /** Returns the most that can be in the node of that number. */
    BigDecimal at(int node) {
        return most.getOrDefault(node, covers).min(covers);
    }

    private BigDecimal along(Quantity pieces, @Nullable Quantity taken) {
        return taken != null && taken.unit().equals(pieces.unit()) ? taken.amount() : covers;
    }

    private void spread(int from, BigDecimal taken, Map<Integer, List<Integer>> next) {
        Set<Integer> seen = new HashSet<>(Set.of(from));
        Deque<Integer> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            int node = waiting.poll();
            most.merge(node, taken, BigDecimal::add);
            for (int to : next.getOrDefault(node, List.of())) if (seen.add(to)) waiting.add(to);
        }
    }
}
