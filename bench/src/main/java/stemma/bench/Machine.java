package stemma.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** On what a run was taken: without it no figure means anything. */
record Machine(String commit, Instant at, int cores, double load, String jdk, String postgres) {
    /** Above this other programs were at work, and the run is not called quiet. */
    static final double BUSY = 2;

    private static final Path LOAD = Path.of("/proc/loadavg");

    /** Reads the machine as it is before the bench itself is at work. */
    static Machine now(String postgres) {
        return new Machine(
                System.getProperty("stemma.commit", "unknown"),
                Instant.now(),
                Runtime.getRuntime().availableProcessors(),
                loadNow(),
                Runtime.version().toString(),
                postgres);
    }

    /** Returns how many programs wanted to run in the last minute; -1 where it cannot be read. */
    static double loadNow() {
        if (!Files.isReadable(LOAD)) return -1;
        try {
            return Double.parseDouble(Files.readString(LOAD).split(" ", 2)[0]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isQuiet() {
        return load >= 0 && load <= BUSY;
    }

    Machine of(String version) {
        return new Machine(commit, at, cores, load, jdk, version);
    }

    /** Returns the line of the history that keeps a figure of this run. */
    String line(Metric metric) {
        return String.format(
                Locale.ROOT,
                "{\"commit\":\"%s\",\"at\":\"%s\",\"cores\":%d,\"load\":%.2f,\"quiet\":%s,"
                        + "\"jdk\":\"%s\",\"postgres\":\"%s\",\"events\":%d,\"metric\":\"%s\","
                        + "\"value\":%s,\"unit\":\"%s\"}",
                commit,
                at,
                cores,
                load,
                isQuiet(),
                jdk,
                postgres,
                metric.events(),
                metric.name(),
                Figures.text(metric.value()),
                metric.unit());
    }
}
