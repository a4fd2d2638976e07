package stemma;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stemma.journal.Rounds;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the passing of time does while the server runs, looked at once a minute: what was kept too
 * long is free again, and what has been under way for the agreed days is presumed delivered. Done
 * twice, or by two nodes at once, each happens once. Once a second the index of the genealogy
 * catches up, so that nobody who asks waits for what others recorded; one that failed is tried
 * again once a minute, and every ten minutes it is written to its file. What is kept of stock in
 * memory is filled as soon as the server runs. Once a second some of the record is looked at again.
 */
final class Clockwork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration SOON = Duration.ofMillis(1_500);

    private final World world;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clockwork").factory());

    private Clockwork(World world) {
        this.world = world;
    }

    static Clockwork start(World world, Rounds rounds) {
        Clockwork clockwork = new Clockwork(world);
        clockwork.every(Duration.ofSeconds(1), () -> look(rounds));
        clockwork.every(Duration.ofMinutes(1), clockwork::pass);
        clockwork.every(Duration.ofSeconds(1), world.genealogy().index()::catchUp);
        clockwork.soon(world.inquiry().stockAtHand()::retry);
        clockwork.every(Duration.ofMinutes(1), world.genealogy().index()::retry);
        clockwork.every(Duration.ofMinutes(1), world.inquiry().stockAtHand()::retry);
        clockwork.every(Duration.ofMinutes(10), world.genealogy().index()::save);
        return clockwork;
    }

    private void every(Duration pause, Runnable work) {
        var unused = turns.scheduleWithFixedDelay(
                work, pause.toSeconds(), pause.toSeconds(), TimeUnit.SECONDS);
    }

    /** Done once, after what is due every second. */
    private void soon(Runnable work) {
        var unused = turns.schedule(work, SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        turns.close();
    }

    private static void look(Rounds rounds) {
        try {
            rounds.step();
        } catch (RuntimeException failure) {
            LOG.error("The record could not be looked at; it is tried again", failure);
        }
    }

    /** A pass that fails is told and tried again. */
    private void pass() {
        try {
            int lapsed = world.reservations().lapse();
            int presumed = world.serving().presuming().presume();
            if (lapsed + presumed > 0)
                LOG.info("{} reservations lapsed, {} deliveries presumed", lapsed, presumed);
        } catch (RuntimeException failure) {
            LOG.error("What time has done could not be recorded; it is tried again", failure);
        }
    }
}
