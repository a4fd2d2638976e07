package stemma.ledger;

import java.util.List;

/** An event that cannot be read: refused whether it asks or states; names the element at fault. */
public final class MalformedEvent extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String code;
    private final String element;
    private final transient List<String> candidates;

    public MalformedEvent(String code, String element, String sentence) {
        this(code, element, sentence, List.of());
    }

    /** An element that can be read in several ways, each of which could be sent instead. */
    public MalformedEvent(String code, String element, String sentence, List<String> candidates) {
        super(sentence);
        this.code = code;
        this.element = element;
        this.candidates = List.copyOf(candidates);
    }

    /** Returns the stable snake_case code, such as {@code field_missing}. */
    public String code() {
        return code;
    }

    /** Returns the path of the element at fault, such as {@code lines[2].quantity}. */
    public String element() {
        return element;
    }

    /** Returns what could be sent instead, where the element can be read in several ways. */
    public List<String> candidates() {
        return candidates;
    }
}
