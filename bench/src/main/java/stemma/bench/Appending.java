package stemma.bench;

import stemma.ledger.Event;
import stemma.ledger.Submission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Events by the ledger's own door: one at a time from many clients, and in batches. */
final class Appending {
    static final int CLIENTS = 16;
    static final int BATCH = 1_000;

    private final RunningPlant plant;
    private final History history;

    Appending(RunningPlant plant, History history) {
        this.plant = plant;
        this.history = history;
    }

    /** Every client tells a story of its own and waits for each answer before its next event. */
    void singly(int events) {
        long size = plant.events();
        List<List<Event>> stories = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++)
            stories.add(new PlantStory("ONE" + size + "C" + client, size + client)
                    .next(Math.max(1, events / CLIENTS)));
        int count = stories.stream().mapToInt(List::size).sum();
        Effort effort = Effort.of(() -> together(stories));
        history.add(size, "append.single.16.events_per_s", count / effort.seconds(), "1/s");
        history.add(size, "append.single.16.events_per_cpu_s", count / effort.cpuSeconds(), "1/s");
    }

    private void together(List<List<Event>> stories) {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> all = new ArrayList<>();
            for (List<Event> story : stories) all.add(clients.submit(() -> singly(story)));
            for (Future<?> one : all) one.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("a client of the bench failed", failure);
        }
    }

    private void singly(List<Event> story) {
        for (Event event : story)
            RunningPlant.stood(
                    plant.world().ledger().append(Submission.of(RunningPlant.AUTHOR, event)));
    }

    /** One client sends a thousand submissions in each request. */
    void inBatches(int events) {
        long size = plant.events();
        PlantStory story = new PlantStory("BATCH" + size, size);
        List<List<Submission>> batches = new ArrayList<>();
        for (int done = 0; done < events; done += BATCH)
            batches.add(story.next(Math.min(BATCH, events - done)).stream()
                    .map(event -> Submission.of(RunningPlant.AUTHOR, event))
                    .toList());
        Effort effort = Effort.of(() -> {
            for (List<Submission> batch : batches)
                plant.world().ledger().append(batch).forEach(RunningPlant::stood);
        });
        history.add(size, "append.batch.1000.events_per_s", events / effort.seconds(), "1/s");
        history.add(
                size, "append.batch.1000.events_per_cpu_s", events / effort.cpuSeconds(), "1/s");
    }
}
