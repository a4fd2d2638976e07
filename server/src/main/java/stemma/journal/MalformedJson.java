package stemma.journal;

/**
 * Text that is not JSON as we take it; carries the stable code, a plain sentence, and the line and
 * column (from 1) where the trouble stands, or 0 where it came from no text.
 */
public final class MalformedJson extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final int line;
    private final int column;

    public MalformedJson(String code, String sentence) {
        this(code, sentence, 0, 0);
    }

    public MalformedJson(String code, String sentence, int line, int column) {
        super(sentence);
        this.code = code;
        this.line = line;
        this.column = column;
    }

    /** Returns the stable snake_case code, such as {@code json_duplicate_key}. */
    public String code() {
        return code;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
