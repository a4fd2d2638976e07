package stemma.quantity;

/** Text that is not an amount of material; carries the stable refusal code and a plain sentence. */
public final class MalformedQuantity extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String code;

    public MalformedQuantity(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Returns the stable snake_case code, such as {@code ambiguous_number}. */
    public String code() {
        return code;
    }
}
