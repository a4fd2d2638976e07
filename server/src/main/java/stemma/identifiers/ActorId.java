package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who acts: a person or a device, by an id that is not personal data. */
public record ActorId(String code) implements Comparable<ActorId> {
    public ActorId {
        CodeText.checked("an actor", code);
    }

    @JsonCreator
    public static ActorId of(String code) {
        return new ActorId(code);
    }

    @Override
    public int compareTo(ActorId other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
