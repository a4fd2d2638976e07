package stemma.documents;

/**
 * That a document was told for an order, both by normal code: by the entry with that seq, until the
 * one that corrected it, {@link #STILL} where it stands.
 */
public record ToldFor(String document, String order, long seq, long until) {
    public static final long STILL = 0;
}
