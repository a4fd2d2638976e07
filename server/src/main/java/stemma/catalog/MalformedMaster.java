package stemma.catalog;

/** Content that no master can have; carries the stable refusal code, the field and a sentence. */
public final class MalformedMaster extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String code;
    private final String field;

    public MalformedMaster(String code, String field, String sentence) {
        super(sentence);
        this.code = code;
        this.field = field;
    }

    /** Returns the stable snake_case code, such as {@code shelf_life_invalid}. */
    public String code() {
        return code;
    }

    /** Returns the name of the field on the wire, such as {@code shelfLifeDays}. */
    public String field() {
        return field;
    }
}
