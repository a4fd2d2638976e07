package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The document of goods going out. */
public record ShipmentCode(String code) implements Comparable<ShipmentCode> {
    public ShipmentCode {
        CodeText.checked("a shipment", code);
    }

    @JsonCreator
    public static ShipmentCode of(String code) {
        return new ShipmentCode(code);
    }

    @Override
    public int compareTo(ShipmentCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
