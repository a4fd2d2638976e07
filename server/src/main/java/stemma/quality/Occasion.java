package stemma.quality;

import java.util.Locale;

/** What an inspection is opened by. */
public enum Occasion {
    RECEIPT,
    PRODUCTION,
    RETURN,
    RETEST,
    /** By somebody who wanted to know; no specification need list it. */
    ASKED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
