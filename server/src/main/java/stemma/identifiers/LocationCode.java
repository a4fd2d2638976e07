package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A spot inside a site, unique within it. */
public record LocationCode(String code) implements Comparable<LocationCode> {
    public LocationCode {
        CodeText.checked("a location", code);
    }

    @JsonCreator
    public static LocationCode of(String code) {
        return new LocationCode(code);
    }

    @Override
    public int compareTo(LocationCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
