package stemma.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsTest {

    @Test
    void migrating_twice_changes_nothing() {
        try (Database database = TestDatabases.unmigrated()) {
            Migrations.run(database.owner(), TestDatabases.LOGINS);
            long before = steps(database);
            Migrations.run(database.owner(), TestDatabases.LOGINS);
            assertThat(steps(database)).isEqualTo(before);
        }
    }

    @Test
    void a_schema_newer_than_the_program_is_refused() {
        try (Database database = TestDatabases.fresh()) {
            JdbcClient.create(database.owner()).sql("""
                            INSERT INTO house.schema_history
                                (installed_rank, version, description, type, script, installed_by,
                                 execution_time, success)
                            VALUES (9999, '999901', 'from the future', 'SQL', 'V999901__x.sql',
                                    'somebody', 1, true)
                            """).update();
            assertThatThrownBy(() -> Migrations.run(database.owner(), TestDatabases.LOGINS))
                    .isInstanceOfSatisfying(
                            DatabaseRefused.class,
                            refused -> assertThat(refused.code())
                                    .isEqualTo("schema_newer_than_program"));
        }
    }

    private static long steps(Database database) {
        return JdbcClient.create(database.owner())
                .sql("SELECT count(*) FROM house.schema_history")
                .query(Long.class)
                .single();
    }
}
