package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One making: an order with its count, or the id of an event that is a run by itself. */
public record RunId(String code) implements Comparable<RunId> {
    public RunId {
        CodeText.checked("a run", code);
    }

    @JsonCreator
    public static RunId of(String code) {
        return new RunId(code);
    }

    @Override
    public int compareTo(RunId other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
