package stemma.bench;

import stemma.journal.Checkpoint;
import stemma.ledger.Submission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What it costs that everything is sealed, and how long an entry waits for it: from the moment the
 * ledger recorded it to the commit of the checkpoint that covers it.
 */
final class SealedEvents {
    private static final int A_SECOND = 1_000;
    private static final int BATCH = 100;
    private static final int WARM = 3;
    private static final int PARTS = 8;

    private final RunningPlant plant;
    private final History history;
    private final Importing importing;
    private final List<Sealed> passes = new ArrayList<>();

    /** That so many entries were sealed by then. */
    private record Sealed(long size, Instant by) {}

    SealedEvents(RunningPlant plant, History history, Importing importing) {
        this.plant = plant;
        this.history = history;
        this.importing = importing;
    }

    /** Imports some parts to warm, then eight more, half of them while they are sealed. */
    void share(int events) {
        int part = events / PARTS;
        for (int warm = 0; warm < WARM; warm++) {
            importing.write(part);
            importing.read(part);
        }
        double[] cpu = new double[2];
        double[] seconds = new double[2];
        for (int i = 0; i < PARTS; i++) {
            // without, with, with, without ...: what grows with the plant weighs on both alike.
            int sealed = (i + 1) / 2 % 2;
            pass();
            importing.write(part);
            Effort effort = sealed == 1
                    ? sealing(() -> importing.read(part))
                    : Effort.of(() -> importing.read(part));
            cpu[sealed] += effort.cpuSeconds();
            seconds[sealed] += effort.seconds();
        }
        long size = plant.events();
        history.add(size, "seal.share_of_cpu", cpu[1] / cpu[0] - 1, "ratio");
        history.add(size, "seal.share_of_time", seconds[1] / seconds[0] - 1, "ratio");
    }

    /** Tells a thousand events a second for so many seconds. */
    void lag(int seconds) {
        measure("seal.lag_at_1000_per_s", () -> pace(seconds));
    }

    /** The same while a file is imported as quickly as it goes. */
    void lagBesideImport(int seconds, int events) {
        importing.write(events);
        measure("seal.lag_beside_import", () -> {
            try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
                Future<?> file = beside.submit(() -> importing.read(events));
                pace(seconds);
                file.get();
            } catch (InterruptedException | ExecutionException failure) {
                throw new IllegalStateException("the import of the bench failed", failure);
            }
        });
    }

    private void measure(String metric, Runnable work) {
        pass();
        passes.clear();
        long before = plant.world().journal().sealed().size();
        Effort effort = sealing(work);
        pass();
        List<Double> lags = lags(before);
        history.add(lags.size(), metric, Figures.of(lags));
        history.add(lags.size(), metric + ".entries_per_s", lags.size() / effort.seconds(), "1/s");
    }

    private void pace(int seconds) {
        long size = plant.events();
        PlantStory story = new PlantStory("PACE" + size, size);
        long apart = TimeUnit.SECONDS.toNanos(1) * BATCH / A_SECOND;
        long due = System.nanoTime();
        for (int i = 0; i < seconds * A_SECOND / BATCH; i++, due += apart) {
            LockSupport.parkNanos(due - System.nanoTime());
            List<Submission> batch = story.next(BATCH).stream()
                    .map(event -> Submission.of(RunningPlant.AUTHOR, event))
                    .toList();
            plant.world().ledger().append(batch).forEach(RunningPlant::stood);
        }
    }

    /** As the server does: a pass, then a second's rest. */
    private Effort sealing(Runnable work) {
        try (ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor()) {
            var unused = turns.scheduleWithFixedDelay(this::pass, 1, 1, TimeUnit.SECONDS);
            return Effort.of(work);
        }
    }

    private void pass() {
        plant.world()
                .sealer()
                .seal()
                .map(Checkpoint::size)
                .ifPresent(size -> passes.add(new Sealed(size, Instant.now())));
    }

    private List<Double> lags(long before) {
        List<Double> lags = new ArrayList<>();
        long from = before;
        for (Sealed pass : passes) {
            for (Instant recorded : recorded(from, pass.size()))
                lags.add(Duration.between(recorded, pass.by()).toNanos() / 1e6);
            from = pass.size();
        }
        return lags;
    }

    private List<Instant> recorded(long from, long to) {
        return plant.owner()
                .sql("""
                        SELECT recorded_at FROM journal.leaf JOIN journal.entry USING (seq)
                         WHERE position >= :from AND position < :to
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row.getTimestamp("recorded_at").toInstant())
                .list();
    }
}
