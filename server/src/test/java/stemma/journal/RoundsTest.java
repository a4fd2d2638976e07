package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The inspection that goes on while the server runs. */
class RoundsTest {
    private Instant now = Log.NOON;

    @TempDir
    Path folder;

    @Test
    void a_log_that_grows_meanwhile_raises_nothing() {
        try (Log log = new Log()) {
            Rounds rounds = rounds(log, List.of());
            for (int round = 1; round <= 4; round++) {
                log.append(50);
                seal(log);
                rounds.step();
                log.append(30);
                seal(log);
                rounds.step();
                log.append(20);
                rounds.step();
                Checked last = rounds.checked().getFirst();
                assertThat(last.at()).contains(now);
                assertThat(last.found()).isZero();
                assertThat(last.looked()).isGreaterThanOrEqualTo(80);
                now = now.plus(Duration.ofMinutes(1));
            }
        }
    }

    @Test
    void what_a_superuser_edits_is_found_by_the_next_round() {
        try (Log log = new Log()) {
            log.append(100);
            seal(log);
            Rounds rounds = rounds(log, List.of());
            rounds.step();
            rounds.step();
            assertThat(rounds.checked().getFirst().found()).isZero();
            JdbcClient.create(log.database.owner())
                    .sql("UPDATE journal.entry SET body = '{}' WHERE seq = 40")
                    .update();
            rounds.step();
            assertThat(rounds.checked().getFirst().found()).isZero();
            now = now.plus(Duration.ofMinutes(1));
            rounds.step();
            rounds.step();
            assertThat(rounds.checked().getFirst().found()).isPositive();
        }
    }

    @Test
    void what_was_cut_off_is_found_by_the_copy_that_was_kept() {
        try (Log log = new Log()) {
            log.append(100);
            seal(log);
            String kept = log.journal.checkpoints().getLast().note();
            JdbcClient owner = JdbcClient.create(log.database.owner());
            for (String what : List.of(
                    "DELETE FROM journal.checkpoint",
                    "DELETE FROM journal.leaf WHERE position >= 60",
                    "DELETE FROM journal.entry WHERE seq > 60")) owner.sql(what).update();
            Rounds rounds = rounds(log, List.of(kept));
            rounds.step();
            rounds.step();
            assertThat(rounds.checked().getFirst().found()).isPositive();
        }
    }

    @Test
    void a_server_started_anew_goes_on_where_the_last_one_was() {
        try (Log log = new Log()) {
            log.append(5_000);
            seal(log);
            Path file = folder.resolve("proving.txt");
            Rounds first = rounds(log, List.of(), Optional.of(file));
            for (int i = 0; i < 2; i++) first.step();
            assertThat(first.checked().getFirst().at()).isEmpty();
            first.keep();
            Rounds second = rounds(log, List.of(), Optional.of(file));
            for (int i = 0; i < 2; i++) second.step();
            assertThat(second.checked().getFirst()).satisfies(last -> {
                assertThat(last.at()).contains(now);
                assertThat(last.looked()).isEqualTo(5_000);
                assertThat(last.found()).isZero();
            });
            first.whole();
            assertThat(rounds(log, List.of(), Optional.of(file)).checked())
                    .isEqualTo(first.checked());
        }
    }

    @Test
    void what_a_round_under_way_has_found_is_shown_before_it_ends_and_after_a_restart() {
        try (Log log = new Log()) {
            log.append(5_000);
            seal(log);
            JdbcClient.create(log.database.owner())
                    .sql("UPDATE journal.entry SET body = '{}' WHERE seq = 40")
                    .update();
            Path file = folder.resolve("proving.txt");
            Rounds first = rounds(log, List.of(), Optional.of(file));
            first.step();
            assertThat(first.checked().getFirst().findings())
                    .extracting(Finding::code)
                    .contains("bytes_differ");
            first.keep();
            Rounds second = rounds(log, List.of(), Optional.of(file));
            assertThat(second.checked().getFirst().found()).isPositive();
        }
    }

    private static void seal(Log log) {
        var unused = log.sealer.seal();
    }

    private Rounds rounds(Log log, List<String> held) {
        return rounds(log, held, Optional.empty());
    }

    /** However slow the machine is, each step looks at one slice. */
    private Rounds rounds(Log log, List<String> held, Optional<Path> file) {
        Invariant sealed =
                new LogHolds(log.journal, () -> List.of(log.key.verifying()), () -> held);
        return new Rounds(() -> now, List.of(sealed), file, Duration.ofHours(1));
    }
}
