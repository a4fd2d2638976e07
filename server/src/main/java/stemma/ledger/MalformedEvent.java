package stemma.ledger;

/** An event that cannot be read: refused whether it asks or states; names the element at fault. */
public final class MalformedEvent extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String code;
    private final String element;

    public MalformedEvent(String code, String element, String sentence) {
        super(sentence);
        this.code = code;
        this.element = element;
    }

    /** Returns the stable snake_case code, such as {@code field_missing}. */
    public String code() {
        return code;
    }

    /** Returns the path of the element at fault, such as {@code lines[2].quantity}. */
    public String element() {
        return element;
    }
}
