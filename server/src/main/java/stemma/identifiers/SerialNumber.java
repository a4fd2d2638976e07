package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one unit of an item; unique per maker and item for ever, kept exactly as it was read. */
public record SerialNumber(String text) {
    public SerialNumber {
        CodeText.checked("a serial number", text);
    }

    @JsonCreator
    public static SerialNumber of(String text) {
        return new SerialNumber(text);
    }

    /** Returns the form on which the serial is unique: NFKC, trimmed, upper case. */
    public String normal() {
        return CodeText.normal(text);
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
