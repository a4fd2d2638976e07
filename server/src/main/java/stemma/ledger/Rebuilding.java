package stemma.ledger;

import stemma.identifiers.EventId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps an event together with those that the ledger added to it, where events are read in batches:
 * a reported shortage without its adjustment would leave less than nothing.
 */
final class Rebuilding {
    private List<Recorded> waiting = List.of();

    /**
     * Returns what was read before with what follows from it in what is read now; the rest waits.
     * An append draws its numbers at once, so that nothing follows later than in the next batch.
     */
    List<Recorded> completedBy(List<Recorded> read) {
        List<Recorded> whole = new ArrayList<>(waiting);
        List<Recorded> rest = new ArrayList<>();
        Set<EventId> ids = new HashSet<>();
        whole.forEach(one -> ids.add(one.event().id()));
        for (Recorded one : read) {
            EventId parent = one.event().circumstances().follows();
            if (parent == null || !ids.contains(parent)) {
                rest.add(one);
                continue;
            }
            ids.add(one.event().id());
            whole.add(one);
        }
        waiting = rest;
        return whole;
    }
}
