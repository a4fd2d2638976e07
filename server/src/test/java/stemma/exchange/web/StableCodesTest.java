package stemma.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.ledger.Rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the list of stable codes to the code, and docs/errors.md to the list; with {@code -Dupdate}
 * the page is written anew.
 */
class StableCodesTest {
    private static final Path MAIN = Path.of("src/main/java/stemma");
    private static final Path PAGE = Path.of("../docs/errors.md");
    /** A code as the first word given to what refuses, whoever refuses. */
    private static final Pattern REFUSES = Pattern.compile(
            "(?:Problem\\.of|Refused\\.of|new Malformed\\w+|new MasterRefusal|new SheetError"
                    + "|\\brefused|\\bmalformed|\\btaken|\\bUnconverted)"
                    + "\\(\\s*(?:[\\w.()]+,\\s*)*?\"([a-z]+(?:_[a-z0-9]+)+)\"");

    private static Set<String> listed() {
        return StableCodes.read().all().stream()
                .map(StableCodes.Meaning::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/scenario/"))
                    .toList();
        }
    }

    @Test
    void every_code_that_refuses_is_in_the_list() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : sources()) {
            Matcher refusing = REFUSES.matcher(Files.readString(file));
            while (refusing.find()) used.add(refusing.group(1));
        }
        assertThat(used).hasSizeGreaterThan(80).contains("lot_ambiguous", "field_not_yours");
        used.removeAll(listed());
        assertThat(used).isEmpty();
    }

    @Test
    void every_rule_is_in_the_list_with_the_status_of_its_nature() {
        for (Rule rule : Rule.values()) {
            int status = rule.nature() == Rule.Nature.MALFORMED ? 422 : 409;
            assertThat(StableCodes.read().all())
                    .as(rule.code())
                    .anyMatch(meaning ->
                            meaning.code().equals(rule.code()) && meaning.status() == status);
        }
    }

    @Test
    void every_code_in_the_list_is_used_and_stands_there_once() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : sources()) all.append(Files.readString(file));
        for (Rule rule : Rule.values()) all.append('"').append(rule.code()).append('"');
        Set<String> unused = listed();
        unused.removeIf(code -> all.indexOf("\"" + code + "\"") >= 0
                || code.matches("(gtin|gln|sscc)_(invalid|check_digit)"));
        assertThat(unused).isEmpty();
        assertThat(StableCodes.read().all()).hasSameSizeAs(listed());
    }

    @Test
    void the_page_of_errors_says_what_the_list_says() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Errors

                Every refusal over the wire is a problem (RFC 9457, `application/problem+json`): a stable `code`,
                one plain sentence in `detail`, what was not recorded in `notRecorded`, what to do in `whatToDo`,
                and a `reference` that stands in the server's log. Further members name the element at fault. A
                refused request of somebody known leaves one line in the audit trail and nothing else; a question
                by GET, and a request of nobody known, leave none (decision 46).

                A code never changes its meaning. This page is written from the list that the server itself hands
                out in `/api/v1/openapi.json`.
                """);
        for (StableCodes.Chapter chapter : StableCodes.read().chapters()) {
            String title = Character.toUpperCase(chapter.title().charAt(0))
                    + chapter.title().substring(1);
            page.append("\n## ").append(title).append("\n\n|code|status|meaning|\n|---|---|---|\n");
            for (StableCodes.Meaning one : chapter.codes()) {
                page.append("|`%s`|%d|%s|%n".formatted(one.code(), one.status(), one.sentence()));
            }
        }
        if (System.getProperty("update") != null) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }
}
