package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.List;

/** The 13-digit GS1 key of a party or place. */
public record Gln(String digits) implements Comparable<Gln> {
    public Gln {
        digits = CheckDigit.checked("a GLN", "gln", digits, List.of(13));
    }

    @JsonCreator
    public static Gln of(String text) {
        return new Gln(text);
    }

    @Override
    public int compareTo(Gln other) {
        return digits.compareTo(other.digits);
    }

    @JsonValue
    @Override
    public String toString() {
        return digits;
    }
}
