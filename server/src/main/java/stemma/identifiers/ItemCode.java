package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A product, material or component as the catalog names it. */
public record ItemCode(String code) implements Comparable<ItemCode> {
    public ItemCode {
        CodeText.checked("an item", code);
    }

    @JsonCreator
    public static ItemCode of(String code) {
        return new ItemCode(code);
    }

    @Override
    public int compareTo(ItemCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
