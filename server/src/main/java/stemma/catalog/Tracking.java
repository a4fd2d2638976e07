package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** How an item is told apart: by lot, by unit, or not at all (one endless pool per site). */
public enum Tracking {
    LOT,
    SERIAL,
    POOL;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
