package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.List;

/**
 * The GS1 key of a trade item, kept in its 14-digit form; an 8, 12 or 13-digit one gets leading
 * zeros.
 */
public record Gtin(String digits) implements Comparable<Gtin> {
    public Gtin {
        String checked = CheckDigit.checked("a GTIN", "gtin", digits, List.of(8, 12, 13, 14));
        digits = "0".repeat(14 - checked.length()) + checked;
    }

    @JsonCreator
    public static Gtin of(String text) {
        return new Gtin(text);
    }

    @Override
    public int compareTo(Gtin other) {
        return digits.compareTo(other.digits);
    }

    @JsonValue
    @Override
    public String toString() {
        return digits;
    }
}
