package stemma.verifier;

import java.util.Locale;

/** The stable words for what may not hold; README.md says what each means. */
public enum Code {
    ARCHIVE_UNREADABLE,
    ARCHIVE_INCOMPLETE,
    ARCHIVE_DIFFERS,
    ARCHIVE_NOT_SIGNED,
    ARCHIVE_FORM_UNKNOWN,
    KEY_MALFORMED,
    CHECKPOINT_MISSING,
    CHECKPOINT_NOT_SIGNED,
    CHECKPOINT_TURNED_BACK,
    HANDOVER_NOT_SIGNED,
    HANDOVER_TWICE,
    KEY_OUT_OF_TIME,
    ENTRY_MALFORMED,
    ENTRY_DIFFERS,
    ROOT_DIFFERS,
    LOG_TOO_SHORT,
    LOG_TOO_LONG,
    NUMBER_REPEATED,
    ID_REPEATED,
    EVENT_MALFORMED,
    EVENT_UNKNOWN,
    CORRECTION_WRONG,
    FOLLOWS_NOTHING,
    LOT_UNKNOWN,
    LOT_BORN_TWICE,
    UNIT_OF_MEASURE_DIFFERS,
    LESS_THAN_NOTHING,
    UNIT_ELSEWHERE,
    CORRECTIONS_DIFFER,
    LOTS_DIFFER,
    STOCK_DIFFERS,
    LINKS_DIFFER,
    STATUS_DIFFERS,
    CONTAINERS_DIFFER,
    HOLDS_DIFFER;

    /** Returns the word as it is printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
