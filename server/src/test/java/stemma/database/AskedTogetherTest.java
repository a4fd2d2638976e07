package stemma.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

@Timeout(60)
class AskedTogetherTest {
    private final List<Set<Integer>> questions = new CopyOnWriteArrayList<>();
    private final AtomicInteger truth = new AtomicInteger();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void who_asks_alone_is_answered_at_once_and_of_what_is_known() {
        AskedTogether<Integer, String> asked = new AskedTogether<>(this::even);
        assertEquals(Map.of(2, "2 of 0"), asked.of(List.of(1, 2, 2)));
        assertEquals(Map.of(), asked.of(List.of()));
        assertEquals(List.of(Set.of(1, 2)), questions);
    }

    @Test
    void those_who_ask_while_a_question_is_answered_share_the_next_and_hear_what_is_true_then()
            throws Exception {
        AskedTogether<Integer, String> asked = new AskedTogether<>(this::heldUp);
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Map<Integer, String>> first = all.submit(() -> asked.of(List.of(0)));
            entered.await();
            truth.set(1);
            List<Future<Map<Integer, String>>> others = IntStream.range(1, 41)
                    .mapToObj(i -> waiting(() -> asked.of(List.of(2 * i, 2 * i + 1))))
                    .toList();
            go.countDown();
            assertEquals(Map.of(0, "0 of 0"), first.get());
            for (int i = 1; i < 41; i++)
                assertEquals(Map.of(2 * i, 2 * i + " of 1"), others.get(i - 1).get());
        }
        assertEquals(2, questions.size(), "all forty shared one");
    }

    /** Returns what is asked on a thread of its own, once that waits. */
    private static <T> Future<T> waiting(Callable<T> asked) {
        FutureTask<T> task = new FutureTask<>(asked);
        Thread thread = Thread.ofPlatform().start(task);
        while (thread.getState() != Thread.State.WAITING) Thread.yield();
        return task;
    }

    @Test
    void who_asked_together_fails_together_and_the_next_question_is_asked_again() throws Exception {
        AtomicInteger times = new AtomicInteger();
        AskedTogether<Integer, String> asked = new AskedTogether<>(keys -> {
            if (times.getAndIncrement() > 0 && truth.get() == 1)
                throw new IllegalArgumentException("the database is away");
            return heldUp(keys);
        });
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Map<Integer, String>> first = all.submit(() -> asked.of(List.of(0)));
            entered.await();
            truth.set(1);
            List<Future<Map<Integer, String>>> others = IntStream.range(0, 9)
                    .mapToObj(i -> all.submit(() -> asked.of(List.of(i))))
                    .toList();
            go.countDown();
            assertEquals(Map.of(0, "0 of 0"), first.get());
            for (Future<?> other : others) {
                Throwable why =
                        assertThrows(ExecutionException.class, other::get).getCause();
                assertEquals("the database is away", why.getMessage());
            }
        }
        truth.set(2);
        assertEquals(Map.of(4, "4 of 2"), asked.of(List.of(4)));
    }

    @Test
    void where_the_database_is_away_nobody_waits_for_it_twice() throws Exception {
        AskedTogether<Integer, String> asked = new AskedTogether<>(keys -> {
            heldUp(keys);
            throw new CannotGetJdbcConnectionException("away");
        });
        List<Throwable> told = new CopyOnWriteArrayList<>();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Integer key = i;
            all.add(Thread.ofPlatform()
                    .start(() -> told.add(assertThrows(
                            CannotGetJdbcConnectionException.class,
                            () -> asked.of(List.of(key))))));
            entered.await();
            if (i > 0) while (all.get(i).getState() != Thread.State.WAITING) Thread.yield();
        }
        go.countDown();
        for (Thread one : all) one.join();
        assertEquals(5, told.size());
        assertEquals(List.of(Set.of(0)), questions);
    }

    @Test
    void who_is_in_a_transaction_asks_alone_while_others_are_answered() throws Exception {
        AskedTogether<Integer, String> asked = new AskedTogether<>(this::heldUp);
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Map<Integer, String>> first = all.submit(() -> asked.of(List.of(0)));
            entered.await();
            TransactionSynchronizationManager.setActualTransactionActive(true);
            assertEquals(Map.of(2, "2 of 0"), asked.of(List.of(2)));
            go.countDown();
            assertEquals(Map.of(0, "0 of 0"), first.get());
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    private Map<Integer, String> even(Set<Integer> keys) {
        questions.add(Set.copyOf(keys));
        Map<Integer, String> found = new HashMap<>();
        keys.stream().filter(k -> k % 2 == 0).forEach(k -> found.put(k, k + " of " + truth.get()));
        return found;
    }

    /** The first question is answered with what was true when it began, when the test says so. */
    private Map<Integer, String> heldUp(Set<Integer> keys) {
        boolean isFirst = questions.isEmpty();
        Map<Integer, String> found = even(keys);
        if (!isFirst) return found;
        entered.countDown();
        try {
            go.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return found;
    }
}
