package stemma.journal;

/** An export that is not the journal it says it is; nothing of it was kept. */
public final class RestoreRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    public RestoreRefused(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Returns the stable snake_case code, such as {@code root_differs}. */
    public String code() {
        return code;
    }
}
