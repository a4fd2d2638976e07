package stemma.signatures;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of the exact content that was shown, in lower-case hexadecimal. */
public record Digest(String text) {
    private static final int LENGTH = 64;

    public Digest {
        if (text.length() != LENGTH || !text.chars().allMatch(Digest::isLowerHex)) {
            throw new Refused(Problem.of(
                    "digest_malformed", 422, "A digest is 64 lower-case hexadecimal digits."));
        }
    }

    public static Digest of(byte[] content) {
        return new Digest(HexFormat.of().formatHex(running().digest(content)));
    }

    /** Returns a SHA-256 to which content is given part by part. */
    public static MessageDigest running() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(text);
    }

    private static boolean isLowerHex(int letter) {
        return letter >= '0' && letter <= '9' || letter >= 'a' && letter <= 'f';
    }

    @Override
    public String toString() {
        return text;
    }
}
