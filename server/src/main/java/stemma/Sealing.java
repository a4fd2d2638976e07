package stemma;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stemma.journal.Sealer;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Seals the journal once a second while the server runs, and once more when it stops. */
final class Sealing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private final Sealer sealer;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sealing").factory());
    private volatile long sealedTo = System.nanoTime();

    private Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    static Sealing start(Sealer sealer) {
        Sealing sealing = new Sealing(sealer);
        var unused = sealing.turns.scheduleWithFixedDelay(sealing::pass, 1, 1, TimeUnit.SECONDS);
        return sealing;
    }

    /** Returns how long ago the last pass began that sealed everything it saw. */
    Duration lag() {
        return Duration.ofNanos(System.nanoTime() - sealedTo);
    }

    @Override
    public void close() {
        turns.close();
        pass();
    }

    /** A pass that fails is told and tried again: what is not sealed now is sealed next time. */
    private void pass() {
        long begun = System.nanoTime();
        try {
            var unused = sealer.seal();
            sealedTo = begun;
        } catch (RuntimeException failure) {
            LOG.error("The journal could not be sealed; the next pass tries again", failure);
        }
    }
}
