package stemma.journal;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** One document read token by token; the first thing that is not plain JSON is refused. */
final class StrictReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_WHOLE = 17;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // One more than ours, so that our own code is the one that refuses.
                    .maxNestingDepth(CanonicalJson.MAX_DEPTH + 2)
                    .maxStringLength(CanonicalJson.MAX_BYTES)
                    .maxNumberLength(CanonicalJson.MAX_BYTES)
                    .build())
            .build();

    private final JsonParser parser;

    private StrictReader(JsonParser parser) {
        this.parser = parser;
    }

    static JsonNode read(byte[] bytes) {
        String text = decoded(bytes);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            StrictReader reader = new StrictReader(parser);
            JsonNode node = reader.value(reader.next(), 0);
            if (parser.nextToken() != null)
                throw reader.refused("json_malformed", "something follows the document");
            return node;
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            throw new MalformedJson(
                    "json_malformed",
                    malformed.getOriginalMessage(),
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()));
        }
    }

    private JsonToken next() {
        JsonToken token = parser.nextToken();
        if (token == null) throw refused("json_malformed", "the document ends too early");
        return token;
    }

    private JsonNode value(JsonToken token, int depth) {
        if (depth > CanonicalJson.MAX_DEPTH)
            throw refused("json_too_deep", "deeper than " + CanonicalJson.MAX_DEPTH + " levels");
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> list(depth);
            case VALUE_STRING -> NODES.stringNode(whole(parser.getString()));
            case VALUE_NUMBER_INT -> number(parser.getString());
            case VALUE_NUMBER_FLOAT -> throw inexact();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw refused("json_malformed", "a value is missing");
        };
    }

    private ObjectNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        while (next() != JsonToken.END_OBJECT) {
            String name = whole(parser.currentName());
            if (object.has(name))
                throw refused("json_duplicate_key", "the member \"" + name + "\" stands twice");
            object.set(name, value(next(), depth + 1));
        }
        return object;
    }

    private ArrayNode list(int depth) {
        ArrayNode list = NODES.arrayNode();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next())
            list.add(value(token, depth + 1));
        return list;
    }

    private JsonNode number(String digits) {
        if (digits.length() > LONGEST_WHOLE || digits.equals("-0")) throw inexact();
        long number = Long.parseLong(digits);
        if (Math.abs(number) > CanonicalJson.MAX_WHOLE) throw inexact();
        boolean small = number == (int) number;
        return small ? NODES.numberNode((int) number) : NODES.numberNode(number);
    }

    private MalformedJson inexact() {
        String number = parser.getString();
        String shown = number.length() > 40 ? number.substring(0, 40) + "…" : number;
        return refused("number_not_exact", CanonicalJson.inexactSentence(shown));
    }

    private String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) continue;
            if (!Character.isSupplementaryCodePoint(text.codePointAt(i)))
                throw refused("json_lone_surrogate", "a text holds half a surrogate pair");
            i++;
        }
        return text;
    }

    private MalformedJson refused(String code, String sentence) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new MalformedJson(
                code, sentence, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private static String decoded(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(from, to, true);
        to.flip();
        if (!result.isError()) return to.toString();
        String before = to.toString();
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        throw new MalformedJson("json_not_utf8", "a byte here is not UTF-8 text", line, column);
    }
}
