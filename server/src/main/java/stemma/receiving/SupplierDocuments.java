package stemma.receiving;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.receiving.store.DocumentBytes;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps what suppliers send beside the goods: PDF, JPEG, PNG or WebP, of at most 10 MB each. */
public final class SupplierDocuments {
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private final DocumentBytes kept;

    public SupplierDocuments(JdbcClient database) {
        this.kept = new DocumentBytes(database);
    }

    /** The bytes of a document and their type. */
    public record Content(String type, byte[] bytes) {}

    /**
     * Keeps the bytes, once however often they are sent. What they are is told by how they begin,
     * not by their name; refused with {@code document_too_large} or {@code document_type_unknown}.
     */
    public SupplierDocument keep(String name, byte[] bytes) {
        SupplierDocument document = new SupplierDocument(name, sha256(bytes));
        if (bytes.length > MAX_BYTES) {
            throw new Refused(Problem.of("document_too_large", 422, name + " is larger than 10 MB.")
                    .advising("Scan it at a lower resolution, or in black and white."));
        }
        kept.put(document.sha256(), type(name, bytes), bytes);
        return document;
    }

    /** Returns what bears the hash; refused with {@code document_unknown}. */
    public Content content(String sha256) {
        return kept.find(sha256)
                .orElseThrow(() -> Refused.of(
                        "document_unknown", 404, "There is no document with that content."));
    }

    private static String type(String name, byte[] bytes) {
        if (begins(bytes, 0, "%PDF-")) return "application/pdf";
        if (begins(bytes, 0, "\u00FF\u00D8\u00FF")) return "image/jpeg";
        if (begins(bytes, 0, "\u0089PNG\r\n\u001A\n")) return "image/png";
        if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) return "image/webp";
        throw new Refused(Problem.of(
                        "document_type_unknown", 422, name + " is no PDF, JPEG, PNG or WebP file.")
                .advising("Save or photograph it as one of these and attach it again."));
    }

    private static boolean begins(byte[] bytes, int from, String with) {
        if (bytes.length < from + with.length()) return false;
        for (int i = 0; i < with.length(); i++) {
            if ((bytes[from + i] & 0xFF) != with.charAt(i)) return false;
        }
        return true;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
