package stemma.kill;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * What clients were answered, kept outside the processes that are killed: which events are under
 * way, which were acknowledged, and every answer that a client should never see.
 */
final class Acknowledgements {
    // Whoever waits for progress goes on, and finds the foreign answer.
    private static final int MANY = 1_000_000;

    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> foreign = ConcurrentHashMap.newKeySet();
    private final Semaphore progress = new Semaphore(0);

    void sent(UUID event) {
        underWay.add(event);
    }

    void acknowledged(UUID event) {
        acknowledged.add(event);
        underWay.remove(event);
        progress.release();
    }

    /** An answer that is neither an acknowledgement nor "not yet recorded". */
    void foreign(String answer) {
        foreign.add(answer);
        progress.release(MANY);
    }

    /** Waits until so many more events were acknowledged. */
    void awaitMore(int events) {
        progress.drainPermits();
        progress.acquireUninterruptibly(events);
    }

    Set<UUID> underWay() {
        return new HashSet<>(underWay);
    }

    Collection<UUID> all() {
        return new HashSet<>(acknowledged);
    }

    Set<String> foreign() {
        return Set.copyOf(foreign);
    }
}
