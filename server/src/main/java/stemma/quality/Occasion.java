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

    /** Says whether what was tested before is tested again, rather than looked at as it comes. */
    boolean isAgain() {
        return switch (this) {
            case RETEST, ASKED -> true;
            case RECEIPT, PRODUCTION, RETURN -> false;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
