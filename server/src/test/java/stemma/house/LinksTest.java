package stemma.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every link of the documents leads to a file of ours, and to the test or heading it names. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern ROW = Pattern.compile("^\\|(?!-|clause)([^|]*\\|){5}$");
    private static final String PLANT = "the plant's procedure";
    private static final Path REGULATIONS = Path.of("docs/regulations");

    @Test
    void every_link_of_a_document_leads_somewhere() {
        List<String> broken = new ArrayList<>();
        for (Repository.Text text : documents()) broken.addAll(broken(text));
        assertThat(documents()).hasSizeGreaterThan(50);
        assertThat(broken).isEmpty();
    }

    @Test
    void a_link_that_leads_nowhere_is_found() {
        Path at = REGULATIONS.resolve("planted.md");
        String here = "../../server/src/test/java/stemma/house/LinksTest.java";
        assertThat(broken(new Repository.Text(at, "[gone](../nothing.md)"))).hasSize(1);
        assertThat(broken(new Repository.Text(at, "[gone](" + here + "#no_such_test)")))
                .hasSize(1);
        assertThat(broken(new Repository.Text(
                        at, "[here](" + here + "#a_link_that_leads_nowhere_is_found)")))
                .isEmpty();
        assertThat(broken(new Repository.Text(at, "[gone](../glossary.md#no-such-heading)")))
                .hasSize(1);
    }

    /** A clause is shown by a scenario or a test, or is for the plant to see to. */
    @Test
    void every_clause_is_shown_by_something_that_runs() {
        List<String> unshown = new ArrayList<>();
        int clauses = 0;
        for (Repository.Text text : documents()) {
            if (!text.path().startsWith(REGULATIONS)) continue;
            for (String line : text.lines()) {
                if (!ROW.matcher(line).matches()) continue;
                clauses++;
                if (!isShown(line)) unshown.add(text.path() + ": " + line);
            }
        }
        assertThat(clauses).isGreaterThan(60);
        assertThat(unshown).isEmpty();
        assertThat(isShown("|11.10(a)|validation|it works|ledger|trust us|")).isFalse();
    }

    private static boolean isShown(String row) {
        return row.contains(PLANT) || row.contains(".scenario)") || row.contains("/src/test/java/");
    }

    private static List<Repository.Text> documents() {
        return Repository.all().stream()
                .filter(text -> text.ending().equals("md"))
                .toList();
    }

    private static List<String> broken(Repository.Text text) {
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(text.content());
        while (link.find()) {
            String to = link.group(1);
            if (to.matches("[a-z]+:.*") || to.startsWith("/")) continue;
            if (!leads(text, to)) broken.add(text.path() + " → " + to);
        }
        return broken;
    }

    private static boolean leads(Repository.Text from, String to) {
        String[] parts = to.split("#", 2);
        Path file = parts[0].isEmpty()
                ? Repository.ROOT.resolve(from.path())
                : Repository.ROOT.resolve(from.path()).resolveSibling(parts[0]).normalize();
        if (!Files.exists(file)) return false;
        return parts.length == 1 || names(file, parts[1]);
    }

    private static boolean names(Path file, String what) {
        String content = Repository.read(file).content();
        if (file.toString().endsWith(".java")) return content.contains("void " + what + "(");
        return content.lines()
                .filter(line -> line.startsWith("#"))
                .anyMatch(line -> anchor(line).equals(what));
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }
}
