package stemma.gs1;

/** What a Digital Link may say besides the standard; each is off unless asked for. */
public enum LinkLeniency {
    /** Words for identifiers, as earlier issues of the standard allowed: {@code /gtin/}. */
    WORDS,
    /** A GTIN of 8, 12 or 13 digits. */
    SHORT_GTIN,
    /** Digits behind the question mark that are no identifier we know, taken as text. */
    UNKNOWN_ATTRIBUTES
}
