package stemma.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs one act many times at the same moment; the first failure fails the test. */
final class Together {
    private Together() {}

    static void run(int times, IntConsumer act) {
        CountDownLatch start = new CountDownLatch(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> acts = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                acts.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    act.accept(number);
                    return number;
                }));
            }
            for (Future<?> each : acts) each.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
