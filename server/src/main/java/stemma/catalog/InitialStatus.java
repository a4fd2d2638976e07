package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** The status that a lot has at birth, before quality has judged it. */
public enum InitialStatus {
    QUARANTINED,
    RELEASED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
