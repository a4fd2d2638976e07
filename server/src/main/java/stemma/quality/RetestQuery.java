package stemma.quality;

import java.util.Locale;

/**
 * Which lots are wanted: to be tested again within so many days or overdue for it, of an item, of a
 * number, at a place; sorted, {@code limit} rows from {@code offset} on.
 */
public record RetestQuery(
        int days, String item, String lot, String place, Sort sort, int offset, int limit) {
    public static final int PAGE = 50;

    /** A month, before which a laboratory plans what it is to test. */
    public static final int USUAL_DAYS = 31;

    /** Ten years. */
    public static final int MOST_DAYS = 3_660;

    /** By what the rows are sorted; what is due first comes first. */
    public enum Sort {
        RETEST,
        ITEM,
        LOT,
        PLACE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the same query for all rows, as a file has them. */
    public RetestQuery whole() {
        return new RetestQuery(days, item, lot, place, sort, 0, Integer.MAX_VALUE);
    }
}
