package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** Whether a master may be used in new records; a retired one stays readable for ever. */
public enum Standing {
    ACTIVE,
    RETIRED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
