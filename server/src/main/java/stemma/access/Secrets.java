package stemma.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Secrets of 256 bits that are shown once and kept only as SHA-256. */
final class Secrets {
    private static final int BYTES = 32;
    private final RandomGenerator random;

    Secrets(RandomGenerator random) {
        this.random = random;
    }

    String next(String prefix) {
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    static byte[] digest(String secret) {
        try {
            byte[] text = secret.getBytes(StandardCharsets.UTF_8);
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
