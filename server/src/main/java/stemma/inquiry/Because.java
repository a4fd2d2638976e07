package stemma.inquiry;

import stemma.genealogy.Direction;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedLink;
import stemma.genealogy.TracedRun;
import stemma.identifiers.LotId;
import stemma.ledger.Link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Because of which entries each node of one trace is not in the other: those that state or end the
 * links by which it is reached, and those because of which the node before it is not. Every entry
 * is handed on along a link once.
 */
final class Because {
    private final Seen here;
    private final Seen there;
    private final Learned learned;
    private final List<TraceNode> nodes;
    private final Map<Integer, Set<Long>> because = new HashMap<>();
    private final Map<String, Set<Long>> byKey = new HashMap<>();

    Because(Seen here, Seen there, Learned learned) {
        this.here = here;
        this.there = there;
        this.learned = learned;
        this.nodes = here.trace.nodes();
        Map<Integer, List<Integer>> next = new HashMap<>();
        Deque<Integer> waiting = new ArrayDeque<>();
        begin(waiting);
        for (TracedLink link : here.trace.links()) {
            for (int[] way : ways(here.trace, link)) {
                if (!isOnlyHere(nodes.get(way[1]))) continue;
                if (isOnlyHere(nodes.get(way[0])))
                    next.computeIfAbsent(way[0], _ -> new ArrayList<>()).add(way[1]);
                if (add(way[1], ofLink(link))) waiting.add(way[1]);
            }
        }
        parts(next);
        // Bounded: a node waits again only where it got an entry that it had not.
        while (!waiting.isEmpty()) {
            int node = waiting.poll();
            for (int to : next.getOrDefault(node, List.of()))
                if (add(to, because.getOrDefault(node, Set.of()))) waiting.add(to);
        }
        because.forEach((node, seqs) -> byKey.computeIfAbsent(
                        Seen.key(nodes.get(node)), _ -> new TreeSet<>())
                .addAll(seqs));
    }

    private void begin(Deque<Integer> waiting) {
        for (Reached lot : here.trace.lots()) {
            if (lot.depth() == 0
                    && isOnlyHere(lot)
                    && add(lot.number(), learned.ofBirth(lot.portion()))) waiting.add(lot.number());
        }
    }

    /**
     * A run and the parts of it that some inputs went into alone are nodes apart: what the line
     * carries over from the run may have come in by any of them, though no link says so.
     */
    private void parts(Map<Integer, List<Integer>> next) {
        Map<String, Integer> first = new HashMap<>();
        for (int node = 0; node < nodes.size(); node++) {
            if (!(nodes.get(node) instanceof TracedRun run) || !isOnlyHere(run)) continue;
            Integer other = first.putIfAbsent(Seen.key(run), node);
            if (other == null) continue;
            next.computeIfAbsent(other, _ -> new ArrayList<>()).add(node);
            next.computeIfAbsent(node, _ -> new ArrayList<>()).add(other);
        }
    }

    private boolean add(int node, Set<Long> seqs) {
        return !seqs.isEmpty()
                && because.computeIfAbsent(node, _ -> new TreeSet<>()).addAll(seqs);
    }

    /** The way of the search along a link; where one material is parted, both ways. */
    private static List<int[]> ways(Trace trace, TracedLink link) {
        int[] on = {link.from(), link.to()};
        int[] back = {link.to(), link.from()};
        if (isParting(trace.nodes().get(link.from())) || isParting(trace.nodes().get(link.to())))
            return List.of(on, back);
        return trace.question().direction() == Direction.FORWARD ? List.of(on) : List.of(back);
    }

    private static boolean isParting(TraceNode node) {
        return node instanceof TracedRun run && run.likeness() == Link.Likeness.SAME_MATERIAL;
    }

    private boolean isOnlyHere(TraceNode node) {
        return node instanceof Reached lot
                ? !Seen.without(
                                List.of(lot.portion()),
                                there.units.getOrDefault(lot.lot().id(), List.of()))
                        .isEmpty()
                : !there.makers.containsKey(Seen.key(node));
    }

    /**
     * Returns the entries that state or end the link itself; where none does and what it comes from
     * is in both answers, those that say something of its run or vessel.
     */
    private Set<Long> ofLink(TracedLink link) {
        return ofLink(nodes.get(link.from()), nodes.get(link.to()));
    }

    private Set<Long> ofLink(TraceNode from, TraceNode to) {
        Set<Long> exactly = learned.ofLink(from, to);
        if (!exactly.isEmpty()) return exactly;
        TraceNode near = here.trace.question().direction() == Direction.FORWARD ? from : to;
        return isOnlyHere(near) ? Set.of() : learned.ofMakers(from, to);
    }

    /** Returns because of which entries the lot, run or vessel is only here. */
    Set<Long> of(String key) {
        return byKey.getOrDefault(key, Set.of());
    }

    Set<Long> of(LotId lot) {
        return of(lot.toString());
    }

    /** Returns because of which entries the link is only here. */
    Set<Long> of(Seen.Course course) {
        Set<Long> found = new TreeSet<>(ofLink(course.from, course.to));
        if (!found.isEmpty()) return found;
        found.addAll(of(Seen.key(course.from)));
        found.addAll(of(Seen.key(course.to)));
        return found;
    }
}
