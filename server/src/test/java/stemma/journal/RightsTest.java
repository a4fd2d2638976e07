package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import javax.sql.DataSource;

/** What the database itself forbids, whatever the program or its session may ask. */
class RightsTest {
    private static Log log;

    @BeforeAll
    static void open() {
        log = new Log();
        log.append(3);
        log.sealer.seal();
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal.entry SET body = ''",
                "DELETE FROM journal.entry",
                "TRUNCATE journal.entry",
                "DROP TABLE journal.entry",
                "UPDATE journal.entry_000000 SET body = ''",
                "DELETE FROM journal.entry_000000",
                "UPDATE journal.entry_beyond SET body = ''",
                "ALTER TABLE journal.entry DISABLE TRIGGER ALL",
                "UPDATE journal.entry_key SET digest = ''",
                "DELETE FROM journal.entry_key",
                "TRUNCATE journal.entry_key",
                "INSERT INTO journal.leaf VALUES (9, 9, sha256(''), false)",
                "UPDATE journal.leaf SET hash = sha256('')",
                "DELETE FROM journal.checkpoint",
                "UPDATE journal.checkpoint SET note = ''",
                "UPDATE journal.sealer_state SET size = 0",
                "SELECT setval('journal.seq', 1)",
                "SELECT journal.make_room()",
                "INSERT INTO journal.entry (seq, kind, id, txid, recorded_at, envelope, body)"
                        + " VALUES (9, 1, gen_random_uuid(), '3', now(), '', '')"
            })
    void the_application_may_only_read_and_add(String sql) {
        forbids(log.database.app(), sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal.entry SET body = ''",
                "DELETE FROM journal.entry",
                "INSERT INTO journal.entry_key VALUES (gen_random_uuid(), 1, '')",
                "UPDATE journal.leaf SET hash = sha256('')",
                "DELETE FROM journal.leaf",
                "TRUNCATE journal.leaf",
                "UPDATE journal.checkpoint SET note = ''",
                "DELETE FROM journal.checkpoint",
                "DELETE FROM journal.sealer_state",
                "UPDATE journal.tile SET hash = sha256('')"
            })
    void the_sealer_may_only_add_to_the_log(String sql) {
        forbids(log.database.sealer(), sql);
    }

    @Test
    void the_owner_is_not_forbidden_so_that_the_test_has_teeth() {
        assertThat(JdbcClient.create(log.database.owner())
                        .sql("UPDATE journal.entry SET body = body")
                        .update())
                .isEqualTo(3);
    }

    private static void forbids(DataSource role, String sql) {
        assertThatThrownBy(() -> JdbcClient.create(role).sql(sql).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
