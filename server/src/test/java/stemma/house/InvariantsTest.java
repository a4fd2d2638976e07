package stemma.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of invariants names the rules that run and the codes that planted faults bear. */
class InvariantsTest {
    private static final Path PAGE = Path.of("docs/regulations/invariants.md");
    private static final Pattern ROW = Pattern.compile("\\|I\\d+\\|");
    private static final Pattern RULE = Pattern.compile("`([a-z_]+)`:((?: `[a-z_]+`)+)");
    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");
    private static final Pattern TEST = Pattern.compile("\\(\\.\\./\\.\\./([^)#]+\\.java)");
    private static final Pattern WORD =
            Pattern.compile("String word\\(\\) \\{\\s+return \"([a-z_]+)\"");
    private static final String DEEDS = "server/src/test/resources/stemma/superuser.txt";
    private static final int PROVEN = 4;
    private static final int INVARIANTS = 33;

    @Test
    void every_rule_that_runs_stands_on_the_page_and_no_other() {
        Set<String> named = rows().stream()
                .flatMap(row -> RULE.matcher(proven(row)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows()).hasSize(INVARIANTS);
        assertThat(named).isEqualTo(rules()).hasSizeGreaterThan(8);
    }

    @Test
    void every_invariant_names_a_rule_or_says_that_it_is_not_proven_again() {
        assertThat(rows())
                .allMatch(row -> RULE.matcher(proven(row)).find()
                        || proven(row).startsWith("not proven again"));
    }

    @Test
    void every_code_is_one_that_a_test_of_its_row_plants() {
        assertThat(rows()).allSatisfy(row -> assertThat(unplanted(row)).as(row).isEmpty());
    }

    @Test
    void a_code_that_no_test_plants_is_found() {
        String row = rows().getFirst().replace("`row_differs`", "`row_dances`");
        assertThat(unplanted(row)).containsExactly("row_dances");
    }

    private static Set<String> unplanted(String row) {
        StringBuilder tests = new StringBuilder();
        for (Matcher test = TEST.matcher(row); test.find(); ) {
            tests.append(read(test.group(1)));
            if (test.group(1).endsWith("/SuperuserTest.java")) tests.append(read(DEEDS));
        }
        return RULE.matcher(proven(row))
                .results()
                .flatMap(found -> CODE.matcher(found.group(2)).results())
                .map(code -> code.group(1))
                .filter(code -> !tests.toString().contains(code))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rules() {
        return Repository.under(Repository.MAIN).stream()
                .filter(text -> text.content().contains("implements Invariant "))
                .flatMap(text -> WORD.matcher(text.content()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rows() {
        return read(PAGE.toString())
                .lines()
                .filter(line -> ROW.matcher(line).lookingAt())
                .toList();
    }

    private static String proven(String row) {
        return row.split("\\|")[PROVEN];
    }

    private static String read(String path) {
        return Repository.read(Repository.ROOT.resolve(path)).content();
    }
}
