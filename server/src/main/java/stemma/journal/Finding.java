package stemma.journal;

/**
 * Something in the database that is not as it was sealed or does not follow from what is: a stable
 * code, the position of the entry that it concerns ({@link #NOWHERE} where it is none), and a
 * sentence that names the record, for whoever must explain it.
 */
public record Finding(String code, long position, String sentence) {
    /** The position of what is no entry. */
    public static final long NOWHERE = -1;

    /** Returns a finding about what is no entry of the log. */
    public static Finding of(String code, String sentence) {
        return new Finding(code, NOWHERE, sentence);
    }
}
