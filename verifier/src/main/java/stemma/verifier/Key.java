package stemma.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The public half of a key that signs a log (Ed25519) under its name, in the form of C2SP signed
 * notes: {@code name+id+base64}, where the id is the first four bytes of SHA-256(name ‖ line feed ‖
 * 0x01 ‖ key) in hexadecimal and the base64 is of 0x01 ‖ key.
 */
record Key(String name, byte[] id, PublicKey key, String text) {
    private static final byte[] BEFORE_KEY = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ID_LENGTH = 4;
    private static final int TYPED_LENGTH = 33;
    private static final byte ED25519 = 1;

    /** Reads keys, one a line; refuses a line that is no key. */
    static List<Key> all(String text) {
        List<Key> keys =
                text.lines().filter(line -> !line.isBlank()).map(Key::of).toList();
        if (keys.isEmpty()) throw new Malformed("there is no key");
        return keys;
    }

    /** Reads one key; refuses a line that is none. */
    static Key of(String line) {
        String[] parts = line.split("\\+", 3);
        if (parts.length != 3 || parts[0].isBlank()) throw new Malformed("no key: " + line);
        try {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length != TYPED_LENGTH || typed[0] != ED25519)
                throw new Malformed("no Ed25519 key: " + line);
            byte[] encoded = Arrays.copyOf(BEFORE_KEY, BEFORE_KEY.length + TYPED_LENGTH - 1);
            System.arraycopy(typed, 1, encoded, BEFORE_KEY.length, TYPED_LENGTH - 1);
            PublicKey key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
            byte[] id = id(parts[0], typed);
            String spelt = parts[0] + "+" + HexFormat.of().formatHex(id) + "+"
                    + Base64.getEncoder().encodeToString(typed);
            if (!spelt.equals(line)) throw new Malformed("no key of that id: " + line);
            return new Key(parts[0], id, key, line);
        } catch (IllegalArgumentException | GeneralSecurityException noKey) {
            throw new Malformed("no key: " + line);
        }
    }

    private static byte[] id(String name, byte[] typed) {
        MessageDigest hash = Hash.sha256();
        hash.update((name + "\n").getBytes(UTF_8));
        return Arrays.copyOf(hash.digest(typed), ID_LENGTH);
    }

    /** Says whether this key signed the text by that signature line, spelt in the one way. */
    boolean signed(String text, String line) {
        String before = "— " + name + " ";
        if (!line.startsWith(before)) return false;
        try {
            byte[] signed = Base64.getDecoder().decode(line.substring(before.length()));
            if (!Base64.getEncoder().encodeToString(signed).equals(line.substring(before.length())))
                return false;
            if (signed.length < ID_LENGTH || !Arrays.equals(signed, 0, ID_LENGTH, id, 0, ID_LENGTH))
                return false;
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(UTF_8));
            return check.verify(signed, ID_LENGTH, signed.length - ID_LENGTH);
        } catch (IllegalArgumentException | GeneralSecurityException noSignature) {
            return false;
        }
    }
}
