package stemma.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Map;

class DatabaseChoiceTest {
    private static final Path DIRECTORY = Path.of("data");

    @Test
    void without_a_url_the_database_is_embedded() {
        assertThat(DatabaseChoice.from(Map.of(), DIRECTORY))
                .isEqualTo(new DatabaseChoice.Embedded(DIRECTORY));
    }

    @Test
    void one_login_serves_all_three_roles() {
        DatabaseChoice.External external = external(Map.of());
        assertThat(external.logins().owner()).isEqualTo(new Login("app", "a"));
        assertThat(external.logins().sealer()).isEqualTo(new Login("app", "a"));
    }

    @Test
    void the_sealer_is_the_owner_unless_named() {
        Map<String, String> owner = Map.of(
                "STEMMA_DATABASE_OWNER_USER", "owner", "STEMMA_DATABASE_OWNER_PASSWORD", "o");
        assertThat(external(owner).logins().sealer()).isEqualTo(new Login("owner", "o"));
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://here/stemma, app, database_url_malformed",
        "jdbc:postgresql://here/stemma, '', database_user_missing"
    })
    void half_a_choice_is_refused(String url, String user, String code) {
        Map<String, String> given =
                Map.of("STEMMA_DATABASE_URL", url, "STEMMA_DATABASE_USER", user);
        assertThatThrownBy(() -> DatabaseChoice.from(given, DIRECTORY))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static DatabaseChoice.External external(Map<String, String> more) {
        Map<String, String> environment = new java.util.HashMap<>(Map.of(
                "STEMMA_DATABASE_URL", "jdbc:postgresql://here/stemma",
                "STEMMA_DATABASE_USER", "app",
                "STEMMA_DATABASE_PASSWORD", "a"));
        environment.putAll(more);
        return (DatabaseChoice.External) DatabaseChoice.from(environment, DIRECTORY);
    }
}
