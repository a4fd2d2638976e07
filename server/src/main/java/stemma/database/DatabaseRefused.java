package stemma.database;

/**
 * The database cannot be opened as things stand: a stable code and one sentence that says what to
 * do, meant for the person at the console.
 */
public final class DatabaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public DatabaseRefused(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public DatabaseRefused(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
