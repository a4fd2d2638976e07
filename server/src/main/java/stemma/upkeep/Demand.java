package stemma.upkeep;

import java.util.Locale;

/** What must be true of a resource when it is used. */
public enum Demand {
    /** Its latest calibration left it good, and is not out of date. */
    CALIBRATED("calibrated, and in date"),
    /** It was cleaned since it was used for another product. */
    CLEAN("cleaned since it was used for another product"),
    /** A cleaning counts when another has verified it. */
    VERIFIED("a cleaning counts when another has verified it");

    private final String words;

    Demand(String words) {
        this.words = words;
    }

    /** Returns what it says, for whoever chooses it. */
    public String words() {
        return words;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
