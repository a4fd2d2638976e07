package stemma.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Milliseconds of CPU: of the thread that asks and, where there is one, of the backend it asks. */
final class Cpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long CLOCK = clock();

    private Cpu() {}

    /** Returns what a question costs in this thread alone, less what the clock itself costs. */
    static double of(Runnable question) {
        long begin = THREADS.getCurrentThreadCpuTime();
        question.run();
        long end = THREADS.getCurrentThreadCpuTime();
        return Math.max(0, end - begin - CLOCK) / 1e6;
    }

    private static long clock() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 100_000; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - begin);
        }
        return least;
    }

    /** Returns what a question costs in this thread and in a process that it waits for. */
    static double with(long process, Runnable question) {
        LongSupplier now = () -> THREADS.getCurrentThreadCpuTime() + ofProcess(process);
        long begin = now.getAsLong();
        question.run();
        return (now.getAsLong() - begin) / 1e6;
    }

    private static long ofProcess(long process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process + "/schedstat"));
            return Long.parseLong(stat.substring(0, stat.indexOf(' ')));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
