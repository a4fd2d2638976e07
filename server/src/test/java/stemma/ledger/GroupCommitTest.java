package stemma.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

@Timeout(60)
class GroupCommitTest {
    private static final Author AUTHOR = new Author(new ActorId("a"), "a", "test");

    private final List<List<Submission>> groups = new CopyOnWriteArrayList<>();

    @Test
    void who_comes_alone_goes_alone_and_at_once() {
        GroupCommit commit = new GroupCommit(this::answered);
        List<Submission> mine = submissions(2);
        assertEquals(answers(mine), commit.append(mine));
        assertEquals(List.of(mine), groups);
    }

    @Test
    void those_who_come_while_a_group_is_written_go_together_and_get_their_own_answers()
            throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        GroupCommit commit = new GroupCommit(all -> {
            if (groups.isEmpty()) {
                groups.add(all);
                entered.countDown();
                await(written);
                return answers(all);
            }
            return answered(all);
        });
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Submission> first = submissions(1);
            Future<List<Answer>> begun = clients.submit(() -> commit.append(first));
            await(entered);
            List<List<Submission>> others = new ArrayList<>();
            List<Future<List<Answer>>> told = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                List<Submission> mine = submissions(1 + i % 3);
                others.add(mine);
                told.add(clients.submit(() -> commit.append(mine)));
            }
            written.countDown();
            assertEquals(answers(first), begun.get());
            for (int i = 0; i < others.size(); i++)
                assertEquals(answers(others.get(i)), told.get(i).get());
        }
        assertEquals(
                1 + 79,
                groups.stream().mapToInt(List::size).sum(),
                "each is written once, and only once");
        assertTrue(groups.size() < 41, "some of forty went together: " + groups.size());
    }

    @Test
    void those_who_were_just_written_together_are_waited_for_but_not_for_ever() throws Exception {
        AtomicLong now = new AtomicLong();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        GroupCommit commit = new GroupCommit(
                all -> {
                    if (groups.isEmpty()) {
                        entered.countDown();
                        await(written);
                    }
                    now.addAndGet(1_000_000_000);
                    return answered(all);
                },
                now::get);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Answer>> first = clients.submit(() -> commit.append(submissions(1)));
            await(entered);
            List<Future<List<Answer>>> all = new ArrayList<>(waiting(2, clients, commit));
            written.countDown();
            first.get();
            all.add(clients.submit(() -> commit.append(submissions(1))));
            for (Future<?> one : all) one.get();
            all = new ArrayList<>(waiting(2, clients, commit));
            all.add(clients.submit(() -> commit.append(submissions(1))));
            for (Future<?> one : all) one.get();
            assertEquals(List.of(1, 3, 3), groups.stream().map(List::size).toList());
            Future<List<Answer>> alone = waiting(1, clients, commit).getFirst();
            now.addAndGet(1_000_000_000);
            alone.get();
            commit.append(submissions(1));
            assertEquals(List.of(1, 3, 3, 1, 1), groups.stream().map(List::size).toList());
        }
    }

    private static List<Future<List<Answer>>> waiting(
            int requests, ExecutorService clients, GroupCommit commit) {
        List<Future<List<Answer>>> all = new ArrayList<>();
        for (int i = 0; i < requests; i++)
            all.add(clients.submit(() -> commit.append(submissions(1))));
        awaitWaiting(commit, requests);
        return all;
    }

    private static void awaitWaiting(GroupCommit commit, int requests) {
        while (commit.waiting() < requests) Thread.yield();
    }

    @Test
    void a_group_that_waits_for_long_does_not_keep_the_next_from_going() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        List<Submission> stuck = submissions(1);
        GroupCommit commit = new GroupCommit(all -> {
            if (all.equals(stuck)) await(released);
            return answered(all);
        });
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Answer>> waiting = clients.submit(() -> commit.append(stuck));
            List<Submission> mine = submissions(1);
            assertEquals(
                    answers(mine), clients.submit(() -> commit.append(mine)).get());
            released.countDown();
            assertEquals(answers(stuck), waiting.get());
        }
    }

    @Test
    void whose_fault_it_is_gets_the_fault_and_the_others_their_answers() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        List<Submission> first = submissions(1);
        List<Submission> bad = submissions(1);
        GroupCommit commit = new GroupCommit(all -> {
            if (all.equals(first)) {
                entered.countDown();
                await(written);
            }
            if (all.containsAll(bad)) throw new MalformedEvent("event_invalid", "event", "bad");
            return answered(all);
        });
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Answer>> begun = clients.submit(() -> commit.append(first));
            await(entered);
            Future<List<Answer>> faulty = clients.submit(() -> commit.append(bad));
            List<Submission> good = submissions(1);
            Future<List<Answer>> beside = clients.submit(() -> commit.append(good));
            written.countDown();
            assertEquals(answers(first), begun.get());
            assertEquals(answers(good), beside.get());
            var failed =
                    assertThrows(java.util.concurrent.ExecutionException.class, () -> faulty.get());
            assertEquals(MalformedEvent.class, failed.getCause().getClass());
        }
        assertEquals(2, groups.stream().mapToInt(List::size).sum(), "what stands stands once");
    }

    private List<Answer> answered(List<Submission> submissions) {
        groups.add(submissions);
        return answers(submissions);
    }

    private static List<Answer> answers(List<Submission> submissions) {
        return submissions.stream()
                .<Answer>map(s -> new Answer.Refused(
                        s.events().getFirst().event().id(),
                        Refusal.of("lot_is_held", "lot", "Held.")))
                .toList();
    }

    private static List<Submission> submissions(int count) {
        List<Submission> all = new ArrayList<>();
        for (int i = 0; i < count; i++)
            all.add(Submission.of(
                    AUTHOR,
                    new Event.HoldLifted(
                            Circumstances.of(
                                    new EventId(UUID.randomUUID()),
                                    Claim.INTENT,
                                    Occurrence.at(Instant.EPOCH, TimeSource.STATED, ZoneOffset.UTC),
                                    new SiteCode("MAIN"),
                                    Evidence.KEYED),
                            new HoldCode("H-1"))));
        return all;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
