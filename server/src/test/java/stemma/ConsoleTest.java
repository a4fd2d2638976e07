package stemma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import stemma.database.DatabaseRefused;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class ConsoleTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void an_unknown_command_is_answered_by_the_known_ones() {
        assertThat(run(Map.of(), "nonsense")).isEqualTo(Command.MISUSED);
        assertThat(text()).contains("usage: bin/stemma").contains("serve");
    }

    @Test
    void a_setting_without_value_is_named() {
        assertThat(run(Map.of(), "serve", "--port")).isEqualTo(Command.MISUSED);
        assertThat(text()).contains("--port needs a value");
    }

    @Test
    void a_refusal_is_one_sentence_with_its_code() {
        Map<String, String> environment = Map.of("STEMMA_DATABASE_URL", "mysql://here");
        assertThat(run(environment, "serve")).isEqualTo(Command.REFUSED);
        assertThat(text().lines()).singleElement().asString().endsWith("(database_url_malformed)");
    }

    @Test
    void a_typed_setting_wins_over_the_environment() {
        Options options = Options.read(List.of("--port", "9000"), Map.of("STEMMA_PORT", "9001"));
        assertThat(options.port()).isEqualTo(9000);
        assertThat(Options.read(List.of(), Map.of("STEMMA_PORT", "9001")).port())
                .isEqualTo(9001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.1", "25.0.2+10"})
    void java_with_the_memory_fault_is_refused(String version) {
        assertThatThrownBy(() -> Jvm.refuseFaulty(Runtime.Version.parse(version)))
                .isInstanceOf(DatabaseRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "26", "25.0.10+1"})
    void sound_java_is_taken(String version) {
        Jvm.refuseFaulty(Runtime.Version.parse(version));
    }

    private int run(Map<String, String> environment, String... words) {
        return Stemma.run(
                List.of(words), environment, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
