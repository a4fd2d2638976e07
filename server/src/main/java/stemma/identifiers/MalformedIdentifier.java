package stemma.identifiers;

/** Text that cannot name anything; carries the stable refusal code and a plain sentence. */
public final class MalformedIdentifier extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String code;

    public MalformedIdentifier(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Returns the stable snake_case code, such as {@code illegal_character}. */
    public String code() {
        return code;
    }
}
