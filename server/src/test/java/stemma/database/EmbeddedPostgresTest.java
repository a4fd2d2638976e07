package stemma.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EmbeddedPostgresTest {

    @TempDir
    Path home;

    @Test
    void it_is_durable_and_serves_the_loopback_only() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
            assertThat(setting(server, "data_checksums")).isEqualTo("on");
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(server, "password_encryption")).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (EmbeddedPostgres server = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "stemma_app", "x"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void what_was_written_is_there_after_a_stop_and_a_start() throws SQLException {
        try (EmbeddedPostgres server = start()) {
            execute(server, "CREATE TABLE mark AS SELECT 7 AS n");
        }
        try (EmbeddedPostgres server = start()) {
            assertThat(answer(server, "SELECT n FROM mark")).isEqualTo("7");
        }
    }

    @Test
    void a_second_start_is_refused_and_the_first_goes_on() throws SQLException {
        try (EmbeddedPostgres first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOfSatisfying(
                            DatabaseRefused.class,
                            refused ->
                                    assertThat(refused.code()).isEqualTo("data_directory_in_use"));
            assertThat(answer(first, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_killed_postmaster_is_started_again_on_its_port() throws Exception {
        try (EmbeddedPostgres server = start()) {
            execute(server, "CREATE TABLE mark AS SELECT 7 AS n");
            String url = server.url();
            kill(server.postmaster());
            assertThat(patiently(server, "SELECT n FROM mark")).isEqualTo("7");
            assertThat(server.url()).isEqualTo(url);
        }
    }

    @Test
    void data_of_another_major_version_are_refused() throws Exception {
        start().close();
        Files.writeString(home.resolve("postgres/PG_VERSION"), "14\n");
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        DatabaseRefused.class,
                        refused ->
                                assertThat(refused.code()).isEqualTo("database_of_other_version"));
    }

    @Test
    void a_postmaster_that_outlived_its_program_gives_way() throws Exception {
        start().close();
        Cluster cluster = new Cluster(
                binaries(), OrdinaryUser.find(), home.resolve("postgres").toAbsolutePath());
        Passwords passwords = Passwords.keptIn(
                home.resolve("passwords.properties"), new java.security.SecureRandom());
        Process orphan = new Startup(
                        cluster, java.util.List.of(), home.resolve("log"), passwords.superuser())
                .start(java.util.Optional.empty())
                .process();
        try (EmbeddedPostgres server = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(answer(server, "SELECT 1")).isEqualTo("1");
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, binaries());
    }

    private static PostgresBinaries binaries() {
        return PostgresBinaries.bundled(PostgresBinaries.userCache());
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get();
    }

    private static String setting(EmbeddedPostgres server, String name) throws SQLException {
        return answer(server, "SHOW " + name);
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Asks until the server is back; the test's own time limit ends a server that stays away. */
    private static String patiently(EmbeddedPostgres server, String sql) {
        while (true) {
            try {
                return answer(server, sql);
            } catch (SQLException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        Login owner = server.logins().owner();
        return DriverManager.getConnection(server.url(), owner.user(), owner.password());
    }
}
