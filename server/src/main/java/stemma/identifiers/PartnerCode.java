package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A firm we buy from or ship to. */
public record PartnerCode(String code) implements Comparable<PartnerCode> {
    public PartnerCode {
        CodeText.checked("a partner", code);
    }

    @JsonCreator
    public static PartnerCode of(String code) {
        return new PartnerCode(code);
    }

    @Override
    public int compareTo(PartnerCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
