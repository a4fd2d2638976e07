package stemma.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.World;
import stemma.journal.DatabaseClock;
import stemma.kill.Mill;

import java.util.Map;

/** A server of somebody else's, named by the environment, with roles apart and with only one. */
class ExternalDatabaseTest {
    private static final Logins APART = TestDatabases.LOGINS;

    @Test
    void the_application_may_not_change_what_is_recorded_where_the_owner_is_apart() {
        try (Database empty = TestDatabases.unmigrated();
                RunningDatabase running = open(empty, APART)) {
            records(running);
            assertThatThrownBy(() -> JdbcClient.create(running.database().app())
                            .sql("update journal.entry set body = ''")
                            .update())
                    .hasRootCauseMessage("ERROR: permission denied for table entry");
        }
    }

    @Test
    void one_role_for_all_records_and_seals_too() {
        Login one = APART.owner();
        try (Database empty = TestDatabases.unmigrated();
                RunningDatabase running = open(empty, new Logins(one, one, one))) {
            records(running);
        }
    }

    @Test
    void a_second_start_finds_what_the_first_recorded() {
        try (Database empty = TestDatabases.unmigrated()) {
            try (RunningDatabase first = open(empty, APART)) {
                records(first);
            }
            try (RunningDatabase second = open(empty, APART)) {
                assertThat(world(second).journal().sealed().size()).isPositive();
            }
        }
    }

    @Test
    void a_server_that_does_not_answer_is_named_in_one_sentence() {
        String nowhere = "jdbc:postgresql://127.0.0.1:1/stemma?connectTimeout=1";
        Map<String, String> environment = Map.of(
                "STEMMA_DATABASE_URL", nowhere,
                "STEMMA_DATABASE_USER", "stemma_app",
                "STEMMA_DATABASE_PASSWORD", "x");
        assertThatThrownBy(() -> RunningDatabase.open(
                        DatabaseChoice.from(environment, java.nio.file.Path.of("unused"))))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("database_unreachable"));
    }

    @ParameterizedTest
    @CsvSource({"140019, true", "90624, true", "150000, false", "180006, false"})
    void a_server_older_than_15_is_refused(int version, boolean refused) {
        if (!refused) {
            RunningDatabase.refuseTooOld(version);
            return;
        }
        assertThatThrownBy(() -> RunningDatabase.refuseTooOld(version))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class,
                        said -> assertThat(said.code()).isEqualTo("database_too_old"));
    }

    private static void records(RunningDatabase running) {
        World world = world(running);
        assertThat(Mill.found(world)).startsWith("stm_");
        assertThat(world.sealer().seal()).isPresent();
        assertThat(world.journal().sealed().unsealed()).isZero();
    }

    private static World world(RunningDatabase running) {
        return World.open(
                running.database(), new DatabaseClock(running.database().app()));
    }

    private static RunningDatabase open(Database empty, Logins logins) {
        String url = ((HikariDataSource) empty.owner()).getJdbcUrl();
        return RunningDatabase.open(new DatabaseChoice.External(url, logins));
    }
}
