package stemma.journal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

import java.util.Arrays;
import java.util.Map;

/**
 * JSON with exactly one spelling (RFC 8785): members sorted by UTF-16 code units, no blanks, the
 * fewest escapes. Numbers are whole and within ±(2^53−1); every other number is a string, because
 * RFC 8785 would force it through a binary float. Reading refuses what could be read two ways.
 */
public final class CanonicalJson {
    /** How many objects and lists may stand within each other. */
    public static final int MAX_DEPTH = 64;

    /** How long a document may be, in bytes. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    static final long MAX_WHOLE = (1L << 53) - 1;

    private CanonicalJson() {}

    /**
     * Returns the one spelling of the node. Refuses {@code number_not_exact},
     * {@code json_lone_surrogate}, {@code json_too_deep}, and nodes that are not JSON.
     */
    public static byte[] bytes(JsonNode node) {
        CanonicalText text = new CanonicalText();
        write(node, text, 0);
        return text.bytes();
    }

    /**
     * Returns what the bytes say, in any spelling. Refuses {@code json_malformed},
     * {@code json_not_utf8}, {@code json_duplicate_key}, {@code json_lone_surrogate},
     * {@code json_too_deep}, {@code json_too_large}, {@code number_not_exact}.
     */
    public static JsonNode read(byte[] bytes) {
        return read(bytes, MAX_BYTES);
    }

    /** Returns what the bytes say, of which there may be {@code maxBytes}. */
    public static JsonNode read(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes)
            throw new MalformedJson(
                    "json_too_large",
                    "the document has " + bytes.length + " bytes; " + maxBytes + " are allowed");
        return StrictReader.read(bytes);
    }

    private static MalformedJson inexact(String number) {
        return new MalformedJson("number_not_exact", inexactSentence(number));
    }

    static String inexactSentence(String number) {
        return "the number " + number + " has no exact form here; send it as a string";
    }

    private static void write(JsonNode node, CanonicalText text, int depth) {
        if (depth > MAX_DEPTH)
            throw new MalformedJson("json_too_deep", "deeper than " + MAX_DEPTH + " levels");
        JsonNodeType type = node.getNodeType();
        switch (type) {
            case OBJECT -> writeObject(node, text, depth);
            case ARRAY -> writeList(node, text, depth);
            case STRING -> text.string(node.stringValue());
            case NUMBER -> text.raw(number(node));
            case BOOLEAN -> text.raw(node.booleanValue() ? "true" : "false");
            case NULL -> text.raw("null");
            case BINARY, MISSING, POJO ->
                throw new MalformedJson("json_malformed", "a " + type + " node is not JSON");
        }
    }

    private static String number(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) throw inexact(node.toString());
        long whole = node.longValue();
        if (whole < -MAX_WHOLE || whole > MAX_WHOLE) throw inexact(node.toString());
        return Long.toString(whole);
    }

    @SuppressWarnings("unchecked")
    private static void writeObject(JsonNode node, CanonicalText text, int depth) {
        Map.Entry<String, JsonNode>[] members = node.properties().toArray(new Map.Entry[0]);
        Arrays.sort(members, Map.Entry.comparingByKey());
        text.raw("{");
        for (int i = 0; i < members.length; i++) {
            if (i > 0) text.raw(",");
            text.string(members[i].getKey()).raw(":");
            write(members[i].getValue(), text, depth + 1);
        }
        text.raw("}");
    }

    private static void writeList(JsonNode node, CanonicalText text, int depth) {
        text.raw("[");
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) text.raw(",");
            write(node.get(i), text, depth + 1);
        }
        text.raw("]");
    }
}
