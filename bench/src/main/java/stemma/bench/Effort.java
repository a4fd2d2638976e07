package stemma.bench;

import java.time.Duration;
import java.util.function.Supplier;

/** How long something took by the clock, and in CPU time of this program and the database. */
record Effort(double seconds, double cpuSeconds) {

    static Effort of(Runnable work) {
        double cpu = cpuNow();
        long start = System.nanoTime();
        work.run();
        return new Effort((System.nanoTime() - start) / 1e9, cpuNow() - cpu);
    }

    /** The embedded database is a child of this program, and its backends are children of that. */
    private static double cpuNow() {
        ProcessHandle self = ProcessHandle.current();
        Supplier<Duration> none = () -> Duration.ZERO;
        double sum = self.info().totalCpuDuration().orElseGet(none).toNanos() / 1e9;
        for (ProcessHandle child : self.descendants().toList())
            sum += child.info().totalCpuDuration().orElseGet(none).toNanos() / 1e9;
        return sum;
    }
}
