package stemma.upkeep;

import java.time.LocalDate;
import java.util.Locale;

/** How soon something is due. */
public enum Due {
    OVERDUE("overdue"),
    WEEK("within 7 days"),
    MONTH("within 30 days"),
    LATER("later"),
    NOTHING("nothing is due");

    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_MONTH = 30;

    private final String words;

    Due(String words) {
        this.words = words;
    }

    /** Returns how soon that day is, which may be the last on which something is still good. */
    static Due of(LocalDate last, LocalDate today) {
        if (last.isBefore(today)) return OVERDUE;
        if (last.isBefore(today.plusDays(DAYS_OF_WEEK))) return WEEK;
        return last.isBefore(today.plusDays(DAYS_OF_MONTH)) ? MONTH : LATER;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }
}
