package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What is printed on the goods: the name of a family of lots, kept exactly as it was read. */
public record LotNumber(String text) {
    public LotNumber {
        CodeText.checked("a lot number", text);
    }

    @JsonCreator
    public static LotNumber of(String text) {
        return new LotNumber(text);
    }

    /**
     * Returns the form on which the number is unique per issuer and item: NFKC, trimmed, upper
     * case.
     */
    public String normal() {
        return normal(text);
    }

    /**
     * Returns the normal form of any text that may be a lot number, an external lot or a serial.
     */
    public static String normal(String text) {
        return CodeText.normal(text);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
