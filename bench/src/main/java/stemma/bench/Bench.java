package stemma.bench;

import stemma.Stemma;
import stemma.access.Permission;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Runs workloads on an empty plant and keeps every figure in the history. */
public final class Bench {
    static final String SERVE = "serve";

    private static final int SMALL = 10_000;
    private static final int SERIALS = 100_000;
    private static final int ORDERS = 12_000;
    private static final int FEWEST_SUSPECTS = 4;
    private static final int MOST_SUSPECTS = 40;
    private static final int EVENTS_PER_SUSPECT = 250;
    private static final int EVENTS_PER_SECOND_PACED = 2_000;
    private static final int MOST_SECONDS_PACED = 30;
    private static final int MISUSED = 2;

    private final Asked asked;
    private final History history;

    private Bench(Asked asked, PrintStream console) {
        this.asked = asked;
        Machine machine = Machine.now("");
        this.history = new History(asked.history(), asked.page(), machine, console);
        console.printf(
                Locale.ROOT,
                "commit %s, %d cores, load %.2f before: %s%n",
                machine.commit(),
                machine.cores(),
                machine.load(),
                machine.isQuiet() ? "a quiet run" : "NOT a quiet run");
    }

    public static void main(String[] words) {
        if (words.length > 0 && words[0].equals(SERVE)) {
            Stemma.main(words);
            return;
        }
        try {
            run(Asked.of(Arrays.asList(words)), System.out);
        } catch (IllegalArgumentException misused) {
            System.err.println("stemma: " + misused.getMessage());
            System.exit(MISUSED);
        }
    }

    static void run(Asked asked, PrintStream console) {
        clear(asked.directory());
        new Bench(asked, console).run();
        clear(asked.directory());
    }

    private void run() {
        switch (asked.workload()) {
            case APPEND -> at(plant -> append(plant, asked.events()));
            case IMPORT -> at(plant -> importing(plant, asked.events()));
            case PAGES -> pages(asked.events());
            case SERIALS -> serials();
            case ORDERS -> orders();
            case RECALL -> Recall.run(asked.directory(), data(), history, asked.events());
            case VERIFY -> Verifying.run(asked.directory(), data(), history, asked.events());
            case SEAL -> at(plant -> sealing(plant, asked.events()));
            case TRACE -> trace();
            case MEMORY -> new TraceBench(asked.size(), history).memory();
            case START -> new TraceBench(asked.size(), history).start(asked.directory());
            case ALL -> all();
        }
        history.plot();
    }

    /** Grows one plant: small, asked; then written to by each door; then large, asked again. */
    private void all() {
        int small = Math.min(SMALL, asked.events());
        pages(small);
        at(plant -> append(plant, small));
        if (asked.events() > small) pages(asked.events() - small);
    }

    /** Something that is done while the plant runs. */
    private interface Work {
        void on(RunningPlant plant);
    }

    private void at(Work work) {
        try (RunningPlant plant = RunningPlant.start(data())) {
            history.on(plant.postgres());
            work.on(plant);
        }
    }

    private void append(RunningPlant plant, int events) {
        Appending appending = new Appending(plant, history);
        appending.inBatches(events);
        appending.singly(events);
        var unused = plant.world().sealer().seal();
    }

    private void serials() {
        String token;
        try (RunningPlant plant = RunningPlant.start(data())) {
            history.on(plant.postgres());
            Serials.define(plant, SERIALS);
            token = plant.token(Serials.ACTS);
        }
        Serials.run(data(), token, history, SERIALS);
    }

    private void orders() {
        String token;
        try (RunningPlant plant = RunningPlant.start(data())) {
            history.on(plant.postgres());
            token = plant.token(Orders.ACTS);
        }
        Orders.run(data(), token, history, ORDERS);
    }

    private void trace() {
        TraceBench bench = new TraceBench(asked.size(), history);
        if (asked.options().contains(Asked.Option.BASELINE)) bench.besideSql(data());
        else bench.alone();
    }

    private void importing(RunningPlant plant, int events) {
        new Importing(plant, history, asked.directory()).events(events);
    }

    private void sealing(RunningPlant plant, int events) {
        SealedEvents sealed =
                new SealedEvents(plant, history, new Importing(plant, history, asked.directory()));
        sealed.share(events);
        int seconds = Math.clamp(events / EVENTS_PER_SECOND_PACED, 1, MOST_SECONDS_PACED);
        sealed.lag(seconds);
        sealed.lagBesideImport(seconds, events / 2);
    }

    /** The rooms are asked in this program, the pages of a server of its own on the same data. */
    private void pages(int events) {
        List<Suspects.Suspect> suspects;
        String token;
        long size;
        try (RunningPlant plant = RunningPlant.start(data())) {
            history.on(plant.postgres());
            importing(plant, events);
            plant.owner().sql("analyze").update();
            suspects = new Suspects(plant).drawn(suspects(plant.events()));
            new Asking(plant, history).ask(suspects);
            token = plant.token(Set.of(Permission.SEE_RECORD));
            size = plant.events();
        }
        new Browsing(data(), token, history).browse(size, suspects);
    }

    private static int suspects(long events) {
        return Math.clamp(events / EVENTS_PER_SUSPECT, FEWEST_SUSPECTS, MOST_SUSPECTS);
    }

    private Path data() {
        return asked.directory().resolve("data");
    }

    /** What a run leaves behind is no use to the next one. */
    private static void clear(Path directory) {
        try {
            if (Files.exists(directory)) {
                try (Stream<Path> all = Files.walk(directory)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList())
                        Files.delete(path);
                }
            }
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
