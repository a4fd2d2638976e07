package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.List;

/** The 18-digit GS1 key of a logistic unit. */
public record Sscc(String digits) implements Comparable<Sscc> {
    public Sscc {
        digits = CheckDigit.checked("an SSCC", "sscc", digits, List.of(18));
    }

    @JsonCreator
    public static Sscc of(String text) {
        return new Sscc(text);
    }

    /** Returns the SSCC of these 17 digits, with the check digit that belongs after them. */
    public static Sscc completing(String digits) {
        return new Sscc(digits + CheckDigit.of(digits));
    }

    @Override
    public int compareTo(Sscc other) {
        return digits.compareTo(other.digits);
    }

    @JsonValue
    @Override
    public String toString() {
        return digits;
    }
}
