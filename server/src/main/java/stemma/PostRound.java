package stemma;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stemma.journal.Mailing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks every few seconds whether a checkpoint is to be mailed. It has a thread of its own, for it
 * alone waits for the mail server; stopping does not wait, since a virtual thread can be
 * interrupted while it waits for a socket.
 */
final class PostRound implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostRound.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("post").factory());

    private PostRound() {}

    /** Starts it, or nothing where nothing is to be mailed. */
    static PostRound start(Optional<Mailing> mailing) {
        return start(mailing, PAUSE);
    }

    /** Starts it with another pause between two looks. */
    static PostRound start(Optional<Mailing> mailing, Duration pause) {
        PostRound round = new PostRound();
        mailing.ifPresent(one -> {
            var unused = round.turns.scheduleWithFixedDelay(
                    () -> pass(one), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        });
        return round;
    }

    @Override
    public void close() {
        var unused = turns.shutdownNow();
        try {
            // What is under way may ask the database, which is closed next.
            var ended = turns.awaitTermination(PAUSE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Mailing mailing) {
        try {
            mailing.step();
        } catch (RuntimeException failure) {
            if (Thread.currentThread().isInterrupted()) return;
            LOG.error("It could not be looked what is to be mailed; it is tried again", failure);
        }
    }
}
