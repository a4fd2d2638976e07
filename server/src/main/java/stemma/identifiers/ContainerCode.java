package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A pallet, case or tote, by its SSCC or our own number. */
public record ContainerCode(String code) implements Comparable<ContainerCode> {
    public ContainerCode {
        CodeText.checked("a container", code);
    }

    @JsonCreator
    public static ContainerCode of(String code) {
        return new ContainerCode(code);
    }

    @Override
    public int compareTo(ContainerCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
