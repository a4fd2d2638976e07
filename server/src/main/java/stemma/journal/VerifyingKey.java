package stemma.journal;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a sealing key (Ed25519) under its name: what an inspector takes home. It opens
 * a checkpoint's note only where the signature is right to the last bit.
 */
public record VerifyingKey(String name, byte[] point) {
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte ED25519 = 1;
    private static final int ID_LENGTH = 4;

    public VerifyingKey {
        if (name.isBlank()
                || name.contains("+")
                || name.codePoints().anyMatch(Character::isWhitespace))
            throw new IllegalArgumentException("a key's name has no blank and no plus sign");
        if (point.length != 32) throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
    }

    /** Returns the key that {@link #toString} wrote: {@code name+id+base64}. */
    public static VerifyingKey of(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length == 3) {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            VerifyingKey key =
                    new VerifyingKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
            if (key.toString().equals(text.strip())) return key;
        }
        throw new IllegalArgumentException("this is not a verifying key: " + text);
    }

    /**
     * Returns the checkpoint that the note states; refuses a note this key did not sign, and a
     * handover that not both keys signed.
     */
    public Checkpoint open(String note) {
        try {
            Note read = read(note);
            NoteText stated = NoteText.of(read.text());
            if (!stated.origin().equals(name)) throw new IllegalArgumentException("origin");
            requireSigners(read, stated);
            return new Checkpoint(stated.size(), stated.root(), stated.at(), note);
        } catch (RuntimeException refused) {
            throw new IllegalArgumentException(
                    "the key " + name + " did not sign this checkpoint", refused);
        }
    }

    /** A plain checkpoint has one signature; a handover has those of both its keys. */
    private static void requireSigners(Note note, NoteText stated) {
        boolean isBoth = stated.handover()
                .map(keys -> note.signatures().size() == 2
                        && keys.from().signs(note.text(), note.signatures().getFirst())
                        && keys.to().signs(note.text(), note.signatures().getLast()))
                .orElse(note.signatures().size() == 1);
        if (!isBoth) throw new IllegalArgumentException("signatures");
    }

    /** Returns the text that {@link SealingKey#signed} signed; refuses what this key did not. */
    public String text(String note) {
        try {
            Note read = read(note);
            if (read.signatures().size() == 1) return read.text();
        } catch (RuntimeException refused) {
            throw new IllegalArgumentException("the key " + name + " did not sign this", refused);
        }
        throw new IllegalArgumentException("it is signed more than once");
    }

    private Note read(String note) {
        Note read = Note.of(note);
        if (read.toString().equals(note)
                && read.signatures().stream().anyMatch(line -> signs(read.text(), line)))
            return read;
        throw new IllegalArgumentException("spelling or signature");
    }

    /** Returns whether this key signed the checkpoint's note. */
    public boolean signed(String note) {
        try {
            return open(note).size() >= 0;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** Returns the line that holds the key's signature of a text. */
    String line(byte[] signature) {
        byte[] signed = Arrays.copyOf(id(), ID_LENGTH + signature.length);
        System.arraycopy(signature, 0, signed, ID_LENGTH, signature.length);
        return "— " + name + " " + Base64.getEncoder().encodeToString(signed);
    }

    private boolean signs(String text, String line) {
        try {
            byte[] signed = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
            byte[] signature = Arrays.copyOfRange(signed, ID_LENGTH, signed.length);
            if (!line(signature).equals(line)) return false;
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + point.length);
        System.arraycopy(point, 0, encoded, SPKI.length, point.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    static byte[] pointOf(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, SPKI.length, encoded.length);
    }

    private byte[] typed() {
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        typed.write(ED25519);
        typed.writeBytes(point);
        return typed.toByteArray();
    }

    private byte[] id() {
        MessageDigest hash = Merkle.sha256();
        hash.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(hash.digest(typed()), ID_LENGTH);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifyingKey key
                && name.equals(key.name)
                && Arrays.equals(point, key.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }
}
