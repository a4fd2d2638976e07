package stemma.sheets;

/** A file that is no table: the stable code and a plain sentence. */
public final class UnreadableSheet extends RuntimeException {
    private final String code;

    public UnreadableSheet(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Returns the sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
