package stemma.bench;

import stemma.Stemma;
import stemma.verifier.Depth;
import stemma.verifier.Question;
import stemma.verifier.Report;
import stemma.verifier.Verification;
import stemma.verifier.ZipMembers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An archive of the plant, exported as a person would and checked by the verifier, on one core. */
final class Verifying {
    private static final int WARM = 1;
    private static final int COUNTED = 3;
    private static final double MILLIS = 1_000;

    private Verifying() {}

    /** Grows the plant by file, exports it, and checks the archive at both depths. */
    static void run(Path directory, Path data, History history, int events) {
        Path archive = directory.resolve("archive.zip");
        long entries;
        try (RunningPlant plant = RunningPlant.start(data)) {
            history.on(plant.postgres());
            new Importing(plant, history, directory).events(events);
            var unused = plant.world().sealer().seal();
            entries = plant.world().journal().sealed().size();
        }
        long start = System.nanoTime();
        Stemma.main(new String[] {"export", "--data", data.toString(), archive.toString()});
        double seconds = (System.nanoTime() - start) / 1e9;
        history.add(entries, "export.entries_per_s", entries / seconds, "1/s");
        for (Depth depth : Depth.values()) {
            List<Double> rounds = new ArrayList<>();
            for (int round = 0; round < WARM + COUNTED; round++) {
                double millis = Cpu.of(() -> check(archive, depth));
                if (round >= WARM) rounds.add(millis);
            }
            String metric = "verify." + depth.name().toLowerCase(Locale.ROOT);
            double rate = entries * MILLIS / Figures.of(rounds).mean();
            history.add(entries, metric + ".entries_per_cpu_s", rate, "1/s");
        }
    }

    private static void check(Path archive, Depth depth) {
        try (ZipMembers members = ZipMembers.open(archive)) {
            Report report = Verification.of(members, new Question(depth, List.of(), List.of()));
            if (!report.holds()) throw new IllegalStateException(report.lines().toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
