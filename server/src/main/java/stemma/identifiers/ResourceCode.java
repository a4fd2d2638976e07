package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What touches material without becoming part of it: equipment, tool, room, vessel, roll. */
public record ResourceCode(String code) implements Comparable<ResourceCode> {
    public ResourceCode {
        CodeText.checked("a resource", code);
    }

    @JsonCreator
    public static ResourceCode of(String code) {
        return new ResourceCode(code);
    }

    @Override
    public int compareTo(ResourceCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
