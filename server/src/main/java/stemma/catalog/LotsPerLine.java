package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** How many lots a customer takes on one line of a shipment. */
public enum LotsPerLine {
    ANY,
    ONE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
