package stemma.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.regex.Pattern;

/** A unit of measure by its code, such as {@code kg}, {@code L} or {@code ea} (each). */
public record Unit(String code) implements Comparable<Unit> {
    private static final Pattern FORM = Pattern.compile("[\\p{L}%][\\p{L}\\p{N}%²³/.-]{0,11}");
    public static final Unit EACH = new Unit("ea");

    public Unit {
        if (!FORM.matcher(code).matches()) {
            throw new MalformedQuantity(
                    "unit_invalid",
                    "\"" + code + "\" is not a unit; write for example kg, L or ea");
        }
    }

    @JsonCreator
    public static Unit of(String code) {
        return new Unit(code);
    }

    @Override
    public int compareTo(Unit other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
