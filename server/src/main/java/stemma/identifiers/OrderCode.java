package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A purchase, work or sales order. */
public record OrderCode(String code) implements Comparable<OrderCode> {
    public OrderCode {
        CodeText.checked("an order", code);
    }

    @JsonCreator
    public static OrderCode of(String code) {
        return new OrderCode(code);
    }

    @Override
    public int compareTo(OrderCode other) {
        return code.compareTo(other.code);
    }

    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
