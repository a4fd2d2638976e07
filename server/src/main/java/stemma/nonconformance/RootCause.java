package stemma.nonconformance;

import java.util.Locale;

/** What kind of thing let it happen. */
public enum RootCause {
    MATERIAL,
    METHOD,
    EQUIPMENT,
    MEASUREMENT,
    PEOPLE,
    ENVIRONMENT,
    SUPPLIER,
    DESIGN,
    TRANSPORT,
    NOT_FOUND;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the word as a person reads it. */
    public String words() {
        return word().replace('_', ' ');
    }
}
