package stemma.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import stemma.Proven;
import stemma.ledger.Event;
import stemma.ledger.Rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs every scenario of the repository; with {@code -Dupdate} it rewrites their answers instead.
 */
class ScenariosTest {
    private static final Path FOLDER = Path.of("..", "scenarios");

    // What is asked is refused for what is wrong with it, never for how late or unreasoned it is.
    private static final Set<Rule> ONLY_OF_REPORTS =
            Set.of(Rule.REASON_MISSING, Rule.RECORDED_AFTER_HOLD, Rule.INPUT_AFTER_OUTPUT_LEFT);
    private static final Set<Path> ANSWERED = ConcurrentHashMap.newKeySet();
    private final Scenarios scenarios =
            new Scenarios(clock -> TestPlants.fresh(clock, Proven::requireWhole));

    @TestFactory
    Stream<DynamicTest> every_scenario_is_answered_as_it_says() {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), file.toUri(), () -> answersAsItSays(file)));
    }

    private void answersAsItSays(Path file) throws IOException {
        Scenarios.Outcome outcome = scenarios.run(file);
        ANSWERED.add(file);
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
    void every_case_of_our_peers_that_can_be_told_is_a_scenario() {
        Set<String> told = new TreeSet<>();
        files().forEach(file ->
                told.add(file.getFileName().toString().replaceAll("^(peers-\\d+).*", "$1")));
        assertThat(told)
                .contains(
                        "peers-01",
                        "peers-02",
                        "peers-03",
                        "peers-04",
                        "peers-10",
                        "peers-12",
                        "peers-14",
                        "peers-15",
                        "peers-16",
                        "peers-19",
                        "peers-20",
                        "peers-21",
                        "peers-24",
                        "peers-25",
                        "peers-26",
                        "peers-31",
                        "peers-33",
                        "peers-34",
                        "peers-35");
    }

    @Test
    void every_refusal_and_every_violation_occurs_in_some_scenario() throws IOException {
        Set<String> refused = answers(Pattern.compile("^\\s+(?:would be )?refused (.*)$"));
        Set<String> violated = answers(Pattern.compile("^\\s+violates (.*)$"));
        Set<String> missing = new TreeSet<>();
        for (Rule rule : Rule.values()) {
            boolean stated = rule.nature() != Rule.Nature.MALFORMED;
            if (!ONLY_OF_REPORTS.contains(rule) && !refused.contains(rule.code())) {
                missing.add("refused " + rule.code());
            }
            if (stated && !violated.contains(rule.code())) missing.add("violates " + rule.code());
        }
        assertThat(missing).isEmpty();
    }

    @AfterAll
    static void every_kind_of_event_occurs_in_some_scenario() {
        if (ANSWERED.size() < files().size()) return;
        Set<String> kinds = new TreeSet<>();
        kinds(Event.class, kinds);
        assertThat(TestPlants.KINDS).containsAll(kinds);
        assertThat(kinds).hasSize(29);
    }

    private static void kinds(Class<?> type, Set<String> kinds) {
        if (type.isRecord()) {
            kinds.add(type.getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                    .toLowerCase(Locale.ROOT));
        } else {
            for (Class<?> permitted : type.getPermittedSubclasses()) kinds(permitted, kinds);
        }
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
