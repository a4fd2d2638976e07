package stemma.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of the log: SHA-256. */
final class Hash {
    static final int LENGTH = 32;

    private Hash() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
