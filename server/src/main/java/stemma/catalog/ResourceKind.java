package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** What kind of thing touches material without becoming part of it. */
public enum ResourceKind {
    EQUIPMENT,
    TOOL,
    VESSEL,
    ROOM,
    ROLL,
    PROGRAM,
    DOCUMENT,
    OPERATOR;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
