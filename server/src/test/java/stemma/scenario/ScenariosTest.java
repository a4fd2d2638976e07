package stemma.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import stemma.ledger.Rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs every scenario of the repository; with {@code -Dupdate} it rewrites their answers instead.
 */
class ScenariosTest {
    private static final Path FOLDER = Path.of("..", "scenarios");
    private final Scenarios scenarios = new Scenarios(TestPlants::fresh);

    @TestFactory
    Stream<DynamicTest> every_scenario_is_answered_as_it_says() {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), file.toUri(), () -> answersAsItSays(file)));
    }

    private void answersAsItSays(Path file) throws IOException {
        Scenarios.Outcome outcome = scenarios.run(file);
        if (System.getProperty("update") != null && outcome.isComplete()) {
            Files.writeString(file, outcome.text());
            return;
        }
        assertThat(outcome.differences()).isEmpty();
    }

    @Test
    void there_are_at_least_forty_scenarios() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void every_rule_refuses_or_is_violated_in_some_scenario() throws IOException {
        Set<String> refused = answers(Pattern.compile("^\\s+(?:would be )?refused (.*)$"));
        Set<String> violated = answers(Pattern.compile("^\\s+violates (.*)$"));
        Set<String> missing = new TreeSet<>();
        for (Rule rule : Rule.values()) {
            boolean occurs = switch (rule.nature()) {
                case MALFORMED -> refused.contains(rule.code());
                case RECORD, QUALITY -> violated.contains(rule.code());
            };
            if (!occurs) missing.add(rule.code());
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> answers(Pattern form) throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                Matcher matcher = form.matcher(line);
                if (matcher.matches()) codes.addAll(List.of(matcher.group(1).split("[ ,]+")));
            }
        }
        return codes;
    }

    private static List<Path> files() {
        return new ArrayList<>(ScenarioCommand.files(FOLDER));
    }
}
