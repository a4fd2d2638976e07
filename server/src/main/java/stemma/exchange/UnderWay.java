package stemma.exchange;

import org.jspecify.annotations.Nullable;

import stemma.intake.Intake;
import stemma.intake.ReadAhead;
import stemma.journal.Author;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The batch of a file that is being decided, one at a time and in their order. Meanwhile the next
 * is read as far as that cannot depend on the decision.
 */
final class UnderWay implements AutoCloseable {
    private final Intake intake;
    private final Author author;
    private final Intake.Gate gate;
    private final ExecutorService door = Executors.newSingleThreadExecutor();
    private @Nullable Sent sent;

    private record Sent(
            EventLines.Batch lines, ReadAhead ahead, Future<List<Intake.Taken>> decided) {}

    /** A batch that is decided, and what became of each of its lines. */
    record Done(EventLines.Batch lines, List<Intake.Taken> taken) {
        static final Done NONE = new Done(EventLines.Batch.NONE, List.of());
    }

    UnderWay(Intake intake, Author author, Intake.Gate gate) {
        this.intake = intake;
        this.author = author;
        this.gate = gate;
    }

    /** Sends the batch once the one before it is decided; returns what became of that. */
    Done send(EventLines.Batch next) {
        // What it leaves unread may bring lots, and what they are counted in is not known before.
        Done done = sent == null || sent.ahead().isWhole() ? Done.NONE : await();
        ReadAhead ahead =
                intake.readAhead(author, next.drafts(), gate, sent == null ? null : sent.ahead());
        if (sent != null) done = await();
        sent = new Sent(
                next, ahead, door.submit(() -> intake.take(author, next.drafts(), gate, ahead)));
        return done;
    }

    /**
     * Waits for the batch that is being decided, if there is one, and returns what became of it.
     */
    Done await() {
        Sent before = sent;
        if (before == null) return Done.NONE;
        sent = null;
        try {
            return new Done(before.lines(), before.decided().get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException why) throw why;
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was stopped", stopped);
        }
    }

    /** Lets the batch that is being decided come to its end. */
    @Override
    public void close() {
        door.close();
    }
}
