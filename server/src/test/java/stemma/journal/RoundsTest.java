package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The inspection that goes on while the server runs. */
class RoundsTest {
    private Instant now = Log.NOON;

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
                assertThat(log.journal.checked()).get().satisfies(last -> {
                    assertThat(last.findings()).isZero();
                    assertThat(last.size()).isGreaterThanOrEqualTo(80);
                });
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
            assertThat(log.journal.checked().orElseThrow().findings()).isZero();
            JdbcClient.create(log.database.owner())
                    .sql("UPDATE journal.entry SET body = '{}' WHERE seq = 40")
                    .update();
            rounds.step();
            assertThat(log.journal.checked().orElseThrow().findings()).isZero();
            now = now.plus(Duration.ofMinutes(1));
            rounds.step();
            rounds.step();
            assertThat(log.journal.checked().orElseThrow().findings()).isPositive();
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
            assertThat(log.journal.checked().orElseThrow().findings()).isPositive();
        }
    }

    private static void seal(Log log) {
        var unused = log.sealer.seal();
    }

    private Rounds rounds(Log log, List<String> held) {
        return new Rounds(log.journal, () -> now, () -> List.of(log.key.verifying()), () -> held);
    }
}
