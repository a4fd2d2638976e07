package stemma.receiving;

import stemma.ledger.ResourceUse;

import java.util.Optional;

/**
 * A paper or photo that came with goods. The record bears its name and the SHA-256 of its bytes, as
 * a resource in the role of document; the bytes are kept beside the record.
 */
public record SupplierDocument(String name, String sha256) {
    /** The role in which an event names it. */
    public static final String ROLE = "document";

    private static final String SCHEME = "sha256:";
    private static final int LONGEST_NAME = 80;

    public SupplierDocument {
        String plain = name.replaceAll("[\\p{C}/\\\\]", " ").strip();
        String known = plain.isEmpty() ? "document" : plain;
        name = known.length() > LONGEST_NAME
                ? known.substring(known.length() - LONGEST_NAME).strip()
                : known;
    }

    /** Returns the document that an event names, if it does. */
    static Optional<SupplierDocument> of(ResourceUse use) {
        String revision = use.revision();
        return use.role().equals(ROLE) && revision != null && revision.startsWith(SCHEME)
                ? Optional.of(new SupplierDocument(
                        use.resource().code(), revision.substring(SCHEME.length())))
                : Optional.empty();
    }

    /** Returns the revision by which an event names exactly these bytes. */
    public String revision() {
        return SCHEME + sha256;
    }
}
