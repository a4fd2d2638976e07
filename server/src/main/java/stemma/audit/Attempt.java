package stemma.audit;

import stemma.journal.CanonicalJson;
import stemma.journal.MalformedJson;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What somebody tried, in a form that can be kept whatever it was: text where it is no JSON of
 * ours, and its beginning with its length and SHA-256 where it is longer than a page or two.
 */
final class Attempt {
    private static final int LONGEST = 16 * 1024;
    private static final int BEGINNING = 2 * 1024;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Attempt() {}

    static JsonNode of(JsonNode tried) {
        try {
            byte[] bytes = CanonicalJson.bytes(tried);
            return bytes.length <= LONGEST
                    ? tried
                    : shortened(new String(bytes, StandardCharsets.UTF_8), bytes);
        } catch (MalformedJson notOurs) {
            return of(tried.toString());
        }
    }

    static JsonNode of(String tried) {
        String whole = mended(tried);
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? NODES.stringNode(whole) : shortened(whole, bytes);
    }

    private static JsonNode shortened(String text, byte[] bytes) {
        return NODES.objectNode()
                .put("beginning", mended(text.substring(0, BEGINNING)))
                .put("bytes", bytes.length)
                .put("sha256", HexFormat.of().formatHex(sha256(bytes)));
    }

    /** Replaces halves of surrogate pairs, which no UTF-8 can hold. */
    private static String mended(String text) {
        byte[] replaced = text.getBytes(StandardCharsets.UTF_16BE);
        return new String(replaced, StandardCharsets.UTF_16BE);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
