package stemma.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * A sum of hashes of texts: two collections of texts have the same sum exactly when they are the
 * same, in whatever order. So rows are compared without keeping them.
 */
final class Sum {
    private static final MessageDigest SHA256 = Hash.sha256();

    private long high;
    private long low;

    void add(String row) {
        add(row, 1);
    }

    void take(String row) {
        add(row, -1);
    }

    boolean isNothing() {
        return high == 0 && low == 0;
    }

    private void add(String row, int sign) {
        byte[] hash;
        synchronized (SHA256) {
            hash = SHA256.digest(row.getBytes(UTF_8));
        }
        ByteBuffer words = ByteBuffer.wrap(hash);
        high += sign * words.getLong();
        low += sign * words.getLong();
    }
}
