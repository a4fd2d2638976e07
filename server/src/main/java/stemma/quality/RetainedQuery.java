package stemma.quality;

import java.util.Locale;

/**
 * Which retained samples are wanted: how their time stands, of an item, of a lot (their own number
 * or that of what they were taken from), at a place; sorted, {@code limit} rows from {@code offset}
 * on.
 */
public record RetainedQuery(
        Show show, String item, String lot, String place, Sort sort, int offset, int limit) {
    public static final int PAGE = 50;

    /** A month, before which somebody prepares what is to be destroyed. */
    static final int SOON_DAYS = 31;

    /** How their time stands. */
    public enum Show {
        ANY("kept"),
        DUE("due for destruction"),
        SOON("due within a month"),
        UNSAID("without a last day");

        private final String words;

        Show(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By what the rows are sorted; what ends first comes first. */
    public enum Sort {
        UNTIL,
        ITEM,
        LOT,
        PLACE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the same query for all rows, as a file has them. */
    public RetainedQuery whole() {
        return new RetainedQuery(show, item, lot, place, sort, 0, Integer.MAX_VALUE);
    }
}
