package stemma.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

class TestDatabasesTest {

    @Test
    void each_copy_is_migrated_and_apart_from_the_others() {
        try (Database one = TestDatabases.fresh();
                Database other = TestDatabases.fresh()) {
            JdbcClient.create(one.owner())
                    .sql("CREATE TABLE house.mark (n int)")
                    .update();
            assertThat(tables(one)).contains("schema_history", "mark");
            assertThat(tables(other)).contains("schema_history").doesNotContain("mark");
        }
    }

    @Test
    void the_three_roles_are_three_users() {
        try (Database database = TestDatabases.fresh()) {
            assertThat(user(database.app())).isEqualTo("stemma_app");
            assertThat(user(database.owner())).isEqualTo("stemma_owner");
            assertThat(user(database.sealer())).isEqualTo("stemma_sealer");
        }
    }

    @Test
    void a_copy_is_gone_once_it_is_closed() {
        try (Database other = TestDatabases.fresh()) {
            List<String> before = copies(other);
            try (Database one = TestDatabases.fresh()) {
                assertThat(copies(one)).hasSizeGreaterThan(before.size());
            }
            assertThat(copies(other)).isEqualTo(before);
        }
    }

    private static List<String> copies(Database database) {
        return JdbcClient.create(database.owner())
                .sql("SELECT datname FROM pg_database ORDER BY datname")
                .query(String.class)
                .list();
    }

    private static String user(javax.sql.DataSource source) {
        return JdbcClient.create(source)
                .sql("SELECT current_user")
                .query(String.class)
                .single();
    }

    private static List<String> tables(Database database) {
        return JdbcClient.create(database.owner())
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'house'")
                .query(String.class)
                .list();
    }
}
