package stemma.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Every published vector of the GS1 syntax engine: verdict and, where given, the exact text. */
@DisabledIf(value = "absent", disabledReason = "../shared/conformance is not there")
class EngineVectorsTest {
    private static final char FNC1 = '^';

    static boolean absent() {
        return Vectors.areAbsent();
    }

    @Test
    void bracketed_element_strings_are_read() {
        assertThat(wrong(
                        "ai_bracketed_parse.tsv",
                        28,
                        "input_bracketed_AIs",
                        vector -> ElementReading.bracketed(vector.get("input_bracketed_AIs"))))
                .isEmpty();
    }

    @Test
    void unbracketed_element_strings_are_read() {
        assertThat(wrong(
                        "ai_unbracketed_process.tsv",
                        79,
                        "input_unbracketed(^=FNC1)",
                        vector -> ElementReading.unbracketed(vector.get("input_unbracketed(^=FNC1)")
                                .replace(FNC1, ElementString.SEPARATOR))))
                .isEmpty();
    }

    @Test
    void digital_links_are_read() {
        assertThat(wrong(
                        "digital_link_parse.tsv",
                        118,
                        "input_uri",
                        vector -> DigitalLink.read(
                                vector.get("input_uri"),
                                leniency(vector.get("engine_settings_in_force")))))
                .isEmpty();
    }

    @Test
    void percent_signs_are_written_and_read() {
        for (Map<String, String> vector : rows("uri_escape.tsv", 10)) {
            assertThat(PercentText.inPath(vector.get("input")))
                    .isEqualTo(vector.get("path_escaped"));
            assertThat(PercentText.inQuery(vector.get("input")))
                    .isEqualTo(vector.get("query_escaped"));
        }
        for (Map<String, String> vector : rows("uri_unescape.tsv", 21)) {
            assertThat(PercentText.ofPath(vector.get("input")))
                    .isEqualTo(vector.get("path_unescaped"));
            assertThat(PercentText.ofQuery(vector.get("input")))
                    .isEqualTo(vector.get("query_unescaped"));
        }
    }

    private static List<Map<String, String>> rows(String file, int count) {
        List<Map<String, String>> rows = Vectors.rows("gs1-syntax-engine/" + file);
        assertThat(rows).hasSize(count);
        return rows;
    }

    private static List<String> wrong(
            String file, int count, String input, Function<Map<String, String>, Reading> reading) {
        return rows(file, count).stream()
                .map(vector -> {
                    String got = told(reading.apply(vector));
                    boolean shouldRead = vector.get("should_succeed").equals("true");
                    String text = vector.getOrDefault("expected_unbracketed(^=FNC1)", got);
                    String expected = shouldRead ? text : "";
                    return got.equals(expected) && got.isEmpty() != shouldRead
                            ? ""
                            : vector.get(input) + ": \"" + got + "\", not \"" + expected + "\"";
                })
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    private static String told(Reading reading) {
        return switch (reading) {
            case Reading.Read(ElementString elements) -> elements.unbracketed(FNC1);
            case Reading.Misread _ -> "";
        };
    }

    private static Set<LinkLeniency> leniency(String settings) {
        Set<LinkLeniency> leniency = EnumSet.noneOf(LinkLeniency.class);
        if (settings.contains("permitConvenienceAlphas(true)")) leniency.add(LinkLeniency.WORDS);
        if (settings.contains("PermitZeroSuppressedGTINinDLuris(true)"))
            leniency.add(LinkLeniency.SHORT_GTIN);
        if (settings.contains("PermitUnknownAIs(true)")
                && settings.contains("UNKNOWN_AI_NOT_DL_ATTR false"))
            leniency.add(LinkLeniency.UNKNOWN_ATTRIBUTES);
        return leniency;
    }
}
