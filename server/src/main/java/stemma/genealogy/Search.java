package stemma.genealogy;

import stemma.genealogy.store.FlowRow;
import stemma.genealogy.store.Links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A search by generation: a frontier of lots and of runs, and what was visited. Every lot, run and
 * link is gone along once, whatever loops there are, and there is no limit of depth. Pools are held
 * back until everything is reached that can be reached without them.
 */
abstract sealed class Search permits ForwardSearch, BackwardSearch {
    final Links links;
    final Web web = new Web();
    final Set<FlowRow.Window> windows = new HashSet<>();
    private int generations;
    private int most = Integer.MAX_VALUE;

    Search(Links links) {
        this.links = links;
    }

    static Search of(Links links, Direction direction) {
        return switch (direction) {
            case FORWARD -> new ForwardSearch(links);
            case BACKWARD -> new BackwardSearch(links);
        };
    }

    /** Goes one generation on from these lots and the runs waiting; returns what they lead to. */
    abstract List<Span> step(List<Span> frontier, int depth, boolean throughPools);

    /** Says whether runs wait that material was carried over to or from. */
    abstract boolean runsWait();

    /** Returns the generations at which pools were held back. */
    abstract TreeMap<Integer, ?> held();

    /**
     * Takes in the lots of the same material that belong before the first or after the last step.
     */
    abstract void sameMaterial(Cause cause, boolean atTheStart);

    /** Goes no generation on once more pieces are reached than that; nothing where they are. */
    Optional<Web> within(int most, Collection<Span> roots, Cause cause) {
        this.most = most;
        return from(roots, cause).size() > most ? Optional.empty() : Optional.of(web);
    }

    Web from(Collection<Span> roots, Cause cause) {
        web.reach(roots, 0, Way.ROOT, false);
        sameMaterial(cause, true);
        List<Span> starts = web.pieces().stream().map(Web.Piece::span).toList();
        advance(starts, 0, false);
        while (!held().isEmpty() && web.size() <= most) advance(List.of(), held().firstKey(), true);
        sameMaterial(cause, false);
        return web;
    }

    // Bounded: each round reaches a unit or a run that was not visited, and there are finitely
    // many.
    private void advance(List<Span> starts, int from, boolean throughPools) {
        List<Span> frontier = starts;
        int depth = from;
        while (web.size() <= most
                && (!frontier.isEmpty()
                        || runsWait()
                        || throughPools && held().containsKey(depth))) {
            List<Span> next = step(frontier, depth, throughPools);
            depth++;
            generations++;
            frontier = web.reach(next, depth, Way.DESCENT, throughPools);
        }
    }

    int generations() {
        return generations;
    }

    static <K> List<K> fresh(Set<K> visited, Collection<K> keys) {
        List<K> fresh = new ArrayList<>();
        for (K key : keys) {
            if (visited.add(key)) fresh.add(key);
        }
        return fresh;
    }
}
