package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A delivery address of a partner, unique within it. */
public record ShipToCode(String code) implements Comparable<ShipToCode> {
    public ShipToCode {
        CodeText.checked("a ship-to", code);
    }

    @JsonCreator
    public static ShipToCode of(String code) {
        return new ShipToCode(code);
    }

    @Override
    public int compareTo(ShipToCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
