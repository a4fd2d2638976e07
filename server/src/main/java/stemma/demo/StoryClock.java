package stemma.demo;

import stemma.journal.WorldClock;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of a demo world: while its past is told it stands where the story stands, afterwards it
 * is the clock that it was made with, in production the database's.
 */
public final class StoryClock implements WorldClock {
    private final WorldClock afterwards;
    private final AtomicReference<WorldClock> telling;

    public StoryClock(WorldClock afterwards) {
        this.afterwards = afterwards;
        this.telling = new AtomicReference<>(afterwards);
    }

    @Override
    public Instant now() {
        return telling.get().now();
    }

    @Override
    public Instant recordedAt(Instant database) {
        return telling.get().recordedAt(database);
    }

    /** Lets it be that moment until told otherwise. */
    void stand(Instant moment) {
        telling.set(() -> moment);
    }

    /** Lets it be now again. */
    void run() {
        telling.set(afterwards);
    }
}
