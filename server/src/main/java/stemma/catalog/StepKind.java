package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** What a step of a recipe is for: the work itself, or proof that the line is clear or clean. */
public enum StepKind {
    WORK,
    LINE_CLEARANCE,
    CLEANING;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
