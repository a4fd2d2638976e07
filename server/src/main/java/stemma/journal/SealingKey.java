package stemma.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The plant's Ed25519 key for checkpoints, kept in a file outside the database, so that whoever
 * owns the database can rewrite it but not sign what he wrote.
 */
public final class SealingKey {
    private final PrivateKey secret;
    private final VerifyingKey verifying;

    private SealingKey(PrivateKey secret, VerifyingKey verifying) {
        this.secret = secret;
        this.verifying = verifying;
    }

    /** Returns the key pair under a name without blanks, such as {@code harbour-lane/journal}. */
    public static SealingKey of(String name, KeyPair pair) {
        byte[] point = VerifyingKey.pointOf(pair.getPublic());
        return new SealingKey(pair.getPrivate(), new VerifyingKey(name, point));
    }

    /** Returns a new key that is kept nowhere; for tests and scenarios. */
    public static SealingKey fresh(String name) {
        try {
            return of(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }

    /** Returns the key in the file; makes the file, for its owner's eyes only, where none is. */
    public static SealingKey openOrMake(Path file, String nameIfNew) {
        try {
            if (!Files.exists(file)) fresh(nameIfNew).keep(file);
            return read(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the public half, to be given to whoever shall verify. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** Returns the signed statement that the log of this size has this root at the moment. */
    public Checkpoint sign(long size, byte[] root, Instant at) {
        String text = new NoteText(verifying.name(), size, root, at, Optional.empty()).text();
        return new Checkpoint(size, root, at, signed(text));
    }

    /** Returns the same statement as one by which this key hands the log over to the next. */
    public Checkpoint handOver(SealingKey next, long size, byte[] root, Instant at) {
        Handover handover = new Handover(verifying, next.verifying);
        String text = new NoteText(verifying.name(), size, root, at, Optional.of(handover)).text();
        Note note = new Note(text, List.of(line(text), next.line(text)));
        return new Checkpoint(size, root, at, note.toString());
    }

    /** Returns a text that ends with a line feed with the line that signs it. */
    public String signed(String text) {
        return new Note(text, List.of(line(text))).toString();
    }

    private String line(String text) {
        return verifying.line(signature(text));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the sealing key cannot sign", unusable);
        }
    }

    // Written beside and moved, so that a full disk leaves no half of a key.
    private void keep(Path file) throws IOException {
        Path folder = requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(half);
        Files.createFile(
                half,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String encoded = Base64.getEncoder().encodeToString(secret.getEncoded());
        Files.writeString(
                half,
                "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n"
                        + verifying + "\n",
                StandardOpenOption.SYNC);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static SealingKey read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        try {
            byte[] encoded = Base64.getDecoder().decode(lines.get(1));
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            SealingKey key = new SealingKey(secret, VerifyingKey.of(lines.get(3)));
            key.verifying.open(key.sign(1, Merkle.empty(), Instant.EPOCH).note());
            return key;
        } catch (GeneralSecurityException | RuntimeException malformed) {
            throw new IllegalStateException(
                    file.getFileName() + " does not hold a sealing key with its public half",
                    malformed);
        }
    }
}
