package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

class FollowerTest {
    private static final Duration SECONDS = Duration.ofSeconds(4);

    @Test
    void a_follower_misses_nothing_and_repeats_nothing_while_others_commit_out_of_order() {
        try (Log log = new Log()) {
            Follower follower = new Follower(log.database.app(), Bookmark.START);
            List<Long> read = new ArrayList<>();
            OpenTransaction held = log.begin(5);
            AtomicBoolean writing = new AtomicBoolean(true);
            Thread reading = Thread.ofVirtual().start(() -> {
                while (writing.get()) follower.catchUp(entry -> read.add(entry.seq()));
            });
            Together.run(16, number -> {
                for (int i = 0; i < 40; i++) {
                    OpenTransaction open = log.begin(1);
                    if ((number + i) % 5 == 0) open.rollback();
                    else open.commit();
                }
            });
            writing.set(false);
            join(reading);
            assertThat(read).doesNotContainAnyElementsOf(seqs(held.entries()));
            held.commit();
            follower.catchUp(entry -> read.add(entry.seq()));
            assertThat(read).containsExactlyInAnyOrderElementsOf(all(log));
            assertThat(read).isNotEqualTo(read.stream().sorted().toList());
        }
    }

    @Test
    void who_goes_on_from_now_is_told_of_what_was_open_then_and_of_nothing_that_stood() {
        try (Log log = new Log()) {
            log.append(3);
            OpenTransaction held = log.begin(2);
            List<Long> stood = new ArrayList<>();
            Follower follower = Follower.fromNow(log.database.app(), () -> stood.addAll(all(log)));
            assertThat(stood).hasSize(3);
            held.commit();
            List<Long> read = new ArrayList<>();
            follower.catchUp(entry -> read.add(entry.seq()));
            follower.catchUp(entry -> read.add(entry.seq()));
            assertThat(read).containsExactlyInAnyOrderElementsOf(seqs(held.entries()));
        }
    }

    @Test
    void a_transaction_left_open_for_seconds_is_neither_missed_nor_waited_for() {
        try (Log log = new Log()) {
            Follower follower = new Follower(log.database.app(), Bookmark.START);
            List<Long> read = new ArrayList<>();
            Instant begun = Instant.now();
            OpenTransaction first = log.begin(3);
            OpenTransaction second = log.begin(2);
            Set<Long> late = new HashSet<>(seqs(first.entries()));
            late.addAll(seqs(second.entries()));
            int between = 0;
            while (Duration.between(begun, Instant.now()).compareTo(SECONDS) < 0) {
                Together.run(4, _ -> log.append(2));
                Bookmark bookmark = follower.catchUp(entry -> read.add(entry.seq()));
                // As after a restart: all that is kept is the bookmark.
                follower = new Follower(log.database.app(), bookmark);
                assertThat(read).hasSize(8 * ++between).doesNotContainAnyElementsOf(late);
            }
            first.commit();
            log.append(1);
            follower.catchUp(entry -> read.add(entry.seq()));
            assertThat(read).containsAll(seqs(first.entries()));
            second.commit();
            follower.catchUp(entry -> read.add(entry.seq()));
            follower.catchUp(entry -> read.add(entry.seq()));
            assertThat(read).containsExactlyInAnyOrderElementsOf(all(log));
        }
    }

    @Test
    void reading_past_the_last_number_would_miss_what_commits_late() {
        // The control: the mistake that the follower avoids does lose entries.
        try (Log log = new Log()) {
            OpenTransaction held = log.begin(2);
            log.append(3);
            long last = all(log).getLast();
            held.commit();
            List<Long> later = all(log).stream().filter(seq -> seq > last).toList();
            assertThat(later).doesNotContainAnyElementsOf(seqs(held.entries()));
        }
    }

    @Test
    void a_reader_that_fails_is_told_again() {
        try (Log log = new Log()) {
            log.append(3);
            Follower follower = new Follower(log.database.app(), Bookmark.START);
            assertThatThrownBy(() -> follower.catchUp(entry -> {
                        throw new IllegalStateException("disk full");
                    }))
                    .hasMessage("disk full");
            List<Long> read = new ArrayList<>();
            Bookmark bookmark = follower.catchUp(entry -> read.add(entry.seq()));
            assertThat(read).hasSize(3);
            log.append(2);
            new Follower(log.database.app(), bookmark).catchUp(entry -> read.add(entry.seq()));
            assertThat(read).isEqualTo(all(log));
        }
    }

    private static List<Long> seqs(List<Entry> entries) {
        return entries.stream().map(Entry::seq).toList();
    }

    private static List<Long> all(Log log) {
        return JdbcClient.create(log.database.app())
                .sql("SELECT seq FROM journal.entry ORDER BY seq")
                .query(Long.class)
                .list();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
