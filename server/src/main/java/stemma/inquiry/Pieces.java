package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Trace;
import stemma.genealogy.TracedLink;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many of some pieces among the roots of a trace can be in what it reached: no more than were
 * taken from the roots on all ways that lead there, as long as a piece goes whole into one unit (no
 * share by weight bounds it: five units of thirty that hold ten bolts can hold a bolt each). What
 * gives more units than it took, or another unit, may have divided a piece: behind it nothing is
 * bounded.
 */
final class Pieces {
    private final Quantity covers;
    private final Map<Integer, List<Integer>> next = new HashMap<>();
    private final Map<Integer, BigDecimal> most = new HashMap<>();
    private final Set<Integer> unbounded = new HashSet<>();

    private Pieces(Quantity covers) {
        this.covers = covers;
    }

    static Pieces of(Quantity covers, Trace trace) {
        Pieces pieces = new Pieces(covers);
        Set<Integer> roots = new HashSet<>();
        trace.lots().stream()
                .filter(reached -> reached.depth() == 0)
                .forEach(reached -> roots.add(reached.number()));
        pieces.take(trace.links(), roots);
        roots.forEach(root -> pieces.most.put(root, covers.amount()));
        return pieces;
    }

    /** Returns the most that can be in the node of that number; nothing where it may be all. */
    Optional<BigDecimal> at(int node) {
        return unbounded.contains(node)
                ? Optional.empty()
                : Optional.of(most.getOrDefault(node, covers.amount()).min(covers.amount()));
    }

    private void take(List<TracedLink> links, Set<Integer> roots) {
        Map<Integer, BigDecimal> taken = new HashMap<>();
        Map<Integer, BigDecimal> given = new HashMap<>();
        Map<Integer, BigDecimal> first = new HashMap<>();
        Set<Integer> dividing = new HashSet<>();
        for (TracedLink link : links) {
            next.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link.to());
            Optional<BigDecimal> counted = counted(link.quantity());
            if (roots.contains(link.from()))
                first.merge(link.to(), counted.orElse(covers.amount()), BigDecimal::add);
            else if (counted.isEmpty()) dividing.add(link.from());
            counted.ifPresent(count -> {
                taken.merge(link.to(), count, BigDecimal::add);
                given.merge(link.from(), count, BigDecimal::add);
            });
        }
        first.forEach((node, count) ->
                reach(Set.of(node)).forEach(to -> most.merge(to, count, BigDecimal::add)));
        given.forEach((node, count) -> {
            BigDecimal came = taken.getOrDefault(node, BigDecimal.ZERO);
            if (!roots.contains(node) && count.compareTo(came) > 0) dividing.add(node);
        });
        for (int node : dividing) unbounded.addAll(reach(next.getOrDefault(node, List.of())));
    }

    private Optional<BigDecimal> counted(@Nullable Quantity quantity) {
        return Optional.ofNullable(quantity)
                .filter(one -> one.unit().equals(covers.unit()))
                .map(Quantity::amount);
    }

    /** Returns these and all that they lead to. */
    private Set<Integer> reach(Collection<Integer> from) {
        Set<Integer> seen = new HashSet<>(from);
        Deque<Integer> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty())
            for (int to : next.getOrDefault(waiting.poll(), List.of()))
                if (seen.add(to)) waiting.add(to);
        return seen;
    }
}
