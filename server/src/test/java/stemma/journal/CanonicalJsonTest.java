package stemma.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.nio.charset.StandardCharsets;

class CanonicalJsonTest {

    @Test
    void members_are_sorted_by_utf16_code_units() {
        // The example of RFC 8785 3.2.3: the emoji's surrogates sort before the Hebrew letter.
        assertThat(canonical("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return",
                 "\\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
                 "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}"""))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            { "b" : [ 2 , {} , [] ] , "a" : null } | {"a":null,"b":[2,{},[]]}
            "\\u003c\\/\\u0041\\u000F"             | "</A\\u000f"
            "\\b\\t\\n\\f\\r\\\"\\\\\\u0000"       | "\\b\\t\\n\\f\\r\\\"\\\\\\u0000"
            "\\u007f\\ud834\\udd1e"                | "\u007f𝄞"
            9007199254740991                       | 9007199254740991
            -9007199254740991                      | -9007199254740991
            [true,false,null,0]                    | [true,false,null,0]
            """)
    void a_document_has_one_spelling(String given, String spelling) {
        assertThat(canonical(given)).isEqualTo(spelling);
        assertThat(canonical(spelling)).isEqualTo(spelling);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a":1,"b":{"a":1,"a":2}}   | json_duplicate_key  | 1 | 19
            {"lot":"F","\\u006cot":"G"} | json_duplicate_key  | 1 | 12
            {"kg":0.1}                  | number_not_exact    | 1 | 7
            {"kg":1e2}                  | number_not_exact    | 1 | 7
            9007199254740992            | number_not_exact    | 1 | 1
            -0                          | number_not_exact    | 1 | 1
            123456789012345678901234567 | number_not_exact    | 1 | 1
            {"a":1} {"b":2}             | json_malformed      | 1 | 9
            {"a":1}]                    | json_malformed      | 1 | 8
            {"a":1,}                    | json_malformed      | 1 | 8
            ["\\ud800"]                 | json_lone_surrogate | 1 | 2
            {"\\udc00x":1}              | json_lone_surrogate | 1 | 2
            {'a':1}                     | json_malformed      | 1 | 2
            [NaN]                       | json_malformed      | 1 | 2
            // lot                      | json_malformed      | 1 | 1
            [1                          | json_malformed      | 1 | 3
            """)
    void what_could_be_read_two_ways_is_refused_by_place(
            String given, String code, int line, int column) {
        MalformedJson refused = refusal(given.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.column()).isBetween(column - 1, column + 3);
    }

    @Test
    void the_line_of_the_trouble_is_counted() {
        MalformedJson refused =
                refusal("{\n \"a\": 1,\n \"a\": 2}".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.line()).isEqualTo(3);
        assertThat(refused.column()).isEqualTo(2);
    }

    @Test
    void depth_is_bounded_and_ten_thousand_levels_break_nothing() {
        assertThat(canonical("[".repeat(65) + "]".repeat(65))).hasSize(130);
        assertThat(codeOf("[".repeat(66) + "]".repeat(66))).isEqualTo("json_too_deep");
        assertThat(codeOf("[".repeat(10_000))).isEqualTo("json_too_deep");
        assertThat(codeOf("{\"a\":".repeat(10_000))).isEqualTo("json_too_deep");
    }

    @Test
    void bytes_that_are_not_utf8_are_refused() {
        assertThat(codeOf(new byte[] {'"', (byte) 0xff, '"'})).isEqualTo("json_not_utf8");
        assertThat(codeOf(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}))
                .isEqualTo("json_not_utf8");
        assertThat(codeOf(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}))
                .isEqualTo("json_not_utf8");
        assertThat(codeOf("{}".getBytes(StandardCharsets.UTF_16))).isEqualTo("json_not_utf8");
        assertThat(codeOf("\ufeff{}")).isEqualTo("json_malformed");
        assertThat(codeOf("{\"a\":\"")).isEqualTo("json_malformed");
        assertThat(codeOf(new byte[] {})).isEqualTo("json_malformed");
    }

    @Test
    void size_is_bounded() {
        MalformedJson refused = catchThrowableOfType(
                MalformedJson.class,
                () -> CanonicalJson.read("[1,2]".getBytes(StandardCharsets.UTF_8), 4));
        assertThat(refused.code()).isEqualTo("json_too_large");
    }

    @Test
    void what_has_no_exact_bytes_is_not_written() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        assertThat(unwritten(nodes.numberNode(0.1))).isEqualTo("number_not_exact");
        assertThat(unwritten(nodes.numberNode(1L << 53))).isEqualTo("number_not_exact");
        assertThat(unwritten(nodes.numberNode(Long.MIN_VALUE))).isEqualTo("number_not_exact");
        assertThat(unwritten(nodes.stringNode("a\ud800"))).isEqualTo("json_lone_surrogate");
        assertThat(unwritten(nodes.stringNode("\udc00a"))).isEqualTo("json_lone_surrogate");
        assertThat(unwritten(nodes.binaryNode(new byte[1]))).isEqualTo("json_malformed");
    }

    @Test
    void an_envelope_is_canonical_json() {
        Draft draft = Drafts.one();
        Envelope envelope = new Envelope(
                7,
                draft.kind(),
                draft.id(),
                draft.digest(),
                java.time.Instant.parse("2026-03-02T12:00:00.5Z"),
                draft.author());
        byte[] bytes = envelope.bytes();
        assertThat(CanonicalJson.bytes(CanonicalJson.read(bytes))).isEqualTo(bytes);
        assertThat(Envelope.read(bytes)).usingRecursiveComparison().isEqualTo(envelope);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("\"recordedAt\":\"2026-03-02T12:00:00.500000Z\",\"seq\":\"7\"");
    }

    private static String canonical(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(CanonicalJson.bytes(CanonicalJson.read(bytes)), StandardCharsets.UTF_8);
    }

    private static MalformedJson refusal(byte[] bytes) {
        return catchThrowableOfType(MalformedJson.class, () -> CanonicalJson.read(bytes));
    }

    private static String codeOf(byte... bytes) {
        return refusal(bytes).code();
    }

    private static String codeOf(String text) {
        return codeOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String unwritten(JsonNode node) {
        return catchThrowableOfType(MalformedJson.class, () -> CanonicalJson.bytes(node))
                .code();
    }
}
