package stemma.quality;

import java.util.Locale;

/**
 * Which blocked stock is wanted: standing how, of an item, at a place, of a supplier, of lots whose
 * number begins so (empty for any, in any spelling), for so many days at least; sorted by a column,
 * {@code limit} rows from {@code offset} on.
 */
public record BlockedQuery(
        Standing standing,
        String item,
        String lot,
        String place,
        String supplier,
        int days,
        Sort sort,
        int offset,
        int limit) {
    public static final int PAGE = 50;

    /** How the stock stands that is wanted. */
    public enum Standing {
        ANY("not fit"),
        HELD("held"),
        QUARANTINED("quarantined"),
        REJECTED("rejected"),
        RESTRICTED("restricted");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By which column the rows are sorted; what waits longest and most comes first. */
    public enum Sort {
        WAITING,
        ITEM,
        LOT,
        PLACE,
        SUPPLIER,
        QUANTITY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the same query for all rows, as a file has them. */
    public BlockedQuery whole() {
        return new BlockedQuery(
                standing, item, lot, place, supplier, days, sort, 0, Integer.MAX_VALUE);
    }
}
