package stemma.bench;

import stemma.exchange.EventFile;
import stemma.ledger.Event;
import stemma.ledger.EventJson;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Events by file: the story goes on where it stopped, so that the plant grows as plants do. */
final class Importing {
    private static final long SEED = 20_260_101;

    private final RunningPlant plant;
    private final History history;
    private final PlantStory story;
    private final Path file;

    Importing(RunningPlant plant, History history, Path directory) {
        this(
                plant,
                history,
                directory,
                new PlantStory("FILE" + plant.events(), SEED + plant.events()));
    }

    Importing(RunningPlant plant, History history, Path directory, PlantStory story) {
        this.plant = plant;
        this.history = history;
        this.story = story;
        this.file = directory.resolve("bench-events.jsonl");
    }

    /** Imports so many events and tells how quickly, to the commit of the last of them. */
    void events(int count) {
        long size = plant.events();
        write(count);
        Effort effort = Effort.of(() -> read(count));
        String at = "import.file.events_per_";
        history.add(size, at + "s", count / effort.seconds(), "1/s");
        history.add(size, at + "cpu_s", count / effort.cpuSeconds(), "1/s");
        new BareCopy(plant).measure(size, effort.seconds() / count, history);
        Effort sealing = Effort.of(() -> {
            var unused = plant.world().sealer().seal();
        });
        history.add(size, "seal.entries_per_s", count / sealing.seconds(), "1/s");
    }

    /** Writes the file of so many events that follow. */
    void write(int count) {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                Event event = story.next();
                lines.write(new String(EventJson.bytes(event), StandardCharsets.UTF_8));
                lines.newLine();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads the file as the import does; each of its events must stand. */
    void read(int count) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            EventFile.Report report = new EventFile(plant.world().intake())
                    .read(lines, RunningPlant.AUTHOR, done -> {});
            if (report.appended() != count)
                throw new IllegalStateException(report.appended() + " of " + count + " stand; "
                        + report.failures().stream().limit(3).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
