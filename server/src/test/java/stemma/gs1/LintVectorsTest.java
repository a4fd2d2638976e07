package stemma.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

import stemma.gs1.lint.CompanyPrefixes;
import stemma.gs1.lint.CompanyPrefixes.Licence;
import stemma.gs1.lint.Fault;
import stemma.gs1.lint.Lints;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Every published vector of the GS1 syntax tests: verdict, code and place. */
@DisabledIf(value = "absent", disabledReason = "../shared/conformance is not there")
class LintVectorsTest {
    private static final String FILE = "gs1-syntax-dictionary/lint_vectors.tsv";
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("csetnumeric", "digits"),
            Map.entry("cset82", "set82"),
            Map.entry("cset39", "set39"),
            Map.entry("cset64", "base64"),
            Map.entry("csum", "check"),
            Map.entry("csumalpha", "checkpair"),
            Map.entry("gcppos1", "prefix"),
            Map.entry("gcppos2", "prefix2"),
            Map.entry("hasnondigit", "nondigit"),
            Map.entry("hh", "hour"),
            Map.entry("mi", "minute"),
            Map.entry("ss", "second"),
            Map.entry("hhmi", "clock"),
            Map.entry("importeridx", "importer"),
            Map.entry("iso3166", "country"),
            Map.entry("iso3166999", "country-or-999"),
            Map.entry("iso3166alpha2", "country2"),
            Map.entry("iso4217", "currency"),
            Map.entry("iso5218", "sex"),
            Map.entry("mediatype", "medium"),
            Map.entry("nozeroprefix", "noleadingzero"),
            Map.entry("packagetype", "package"),
            Map.entry("pcenc", "percent"),
            Map.entry("pieceoftotal", "piece"),
            Map.entry("posinseqslash", "place/count"),
            Map.entry("couponcode", "coupon"),
            Map.entry("couponposoffer", "offer"),
            Map.entry("yymmdd", "day"),
            Map.entry("yymmd0", "day-or-month"),
            Map.entry("yyyymmdd", "longday"),
            Map.entry("yyyymmd0", "longday-or-month"));

    static boolean absent() {
        return Vectors.areAbsent();
    }

    @Test
    void every_lint_gives_the_published_verdict_and_place() {
        List<Map<String, String>> vectors = Vectors.rows(FILE);
        assertThat(vectors).hasSizeGreaterThanOrEqualTo(5671);
        List<String> wrong = vectors.stream()
                .map(LintVectorsTest::wrong)
                .filter(Objects::nonNull)
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static String wrong(Map<String, String> vector) {
        String input = vector.get("input");
        String word = vector.get("linter");
        Optional<Fault> fault = Lints.asking(prefixes(vector))
                .named(WORDS.getOrDefault(word, word))
                .fault(input);
        String got =
                fault.map(found -> found.code() + " " + marked(input, found)).orElse("PASS");
        String expected = vector.get("expected").equals("PASS")
                ? "PASS"
                : vector.get("error").replace("GS1_LINTER_", "").toLowerCase(Locale.ROOT) + " "
                        + vector.get("highlighted");
        return got.equals(expected) ? null : word + " " + input + ": " + got + ", not " + expected;
    }

    /**
     * The same text passes or fails by the list of prefixes that the vector has in mind: it knows
     * each that is asked before the highlighted one.
     */
    private static CompanyPrefixes prefixes(Map<String, String> vector) {
        AtomicInteger known = new AtomicInteger(vector.get("highlighted").indexOf('*') > 1 ? 1 : 0);
        return switch (vector.get("error")) {
            case "GS1_LINTER_INVALID_GCP_PREFIX" ->
                _ -> known.getAndDecrement() > 0 ? Licence.LICENSED : Licence.UNLICENSED;
            case "GS1_LINTER_GCP_DATASOURCE_OFFLINE" ->
                _ -> known.getAndDecrement() > 0 ? Licence.LICENSED : Licence.UNANSWERED;
            default -> CompanyPrefixes.NOT_ASKED;
        };
    }

    private static String marked(String text, Fault fault) {
        return text.substring(0, fault.from()) + "*" + text.substring(fault.from(), fault.to())
                + "*" + text.substring(fault.to());
    }
}
