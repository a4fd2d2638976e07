package stemma.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * An event with the SHA-256 of what the client sent, by which a repetition is told from a reuse,
 * and the codes it brings into use, told while nobody waits for them.
 */
public record Submitted(Event event, byte[] digest, Codes codes) {
    public Submitted(Event event, byte[] digest) {
        this(event, digest, Codes.of(event));
    }

    public static Submitted of(Event event) {
        return new Submitted(event, sha256(EventJson.bytes(event)));
    }

    /**
     * Returns an event read from what a client sent, whose bytes may say less than the event does.
     */
    public static Submitted of(Event event, byte[] sent) {
        return new Submitted(event, sha256(sent));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
