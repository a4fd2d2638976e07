package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One hold, told apart from every other on the same material. */
public record HoldCode(String code) implements Comparable<HoldCode> {
    public HoldCode {
        CodeText.checked("a hold", code);
    }

    @JsonCreator
    public static HoldCode of(String code) {
        return new HoldCode(code);
    }

    @Override
    public int compareTo(HoldCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
