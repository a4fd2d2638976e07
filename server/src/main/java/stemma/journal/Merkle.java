package stemma.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two hashes of the log (RFC 6962 2.1): a leaf can never be passed off as a node. */
final class Merkle {
    private Merkle() {}

    /** Returns SHA-256(0x00 ‖ envelope ‖ body). */
    static byte[] leaf(byte[] envelope, byte[] body) {
        MessageDigest hash = sha256();
        hash.update((byte) 0);
        hash.update(envelope);
        return hash.digest(body);
    }

    /** Returns SHA-256(0x01 ‖ left ‖ right). */
    static byte[] node(byte[] left, byte[] right) {
        MessageDigest hash = sha256();
        hash.update((byte) 1);
        hash.update(left);
        return hash.digest(right);
    }

    /** Returns the root of the tree without leaves. */
    static byte[] empty() {
        return sha256().digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
