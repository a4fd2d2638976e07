package stemma.documents;

import java.util.Comparator;

/**
 * What tells one document from another: its kind, its code in normal form, and what sets documents
 * of one code apart: the partner in normal form, or for a run its code as it bears it.
 */
public record DocumentKey(DocumentKind kind, String code, String apart)
        implements Comparable<DocumentKey> {
    private static final Comparator<DocumentKey> ORDER = Comparator.comparing(DocumentKey::code)
            .thenComparing(DocumentKey::kind)
            .thenComparing(DocumentKey::apart);

    @Override
    public int compareTo(DocumentKey other) {
        return ORDER.compare(this, other);
    }
}
