package stemma.warehouse;

import java.util.Locale;

/**
 * Which stock is wanted, and how: {@code by} one row is, in which {@code state}; of an item, of
 * lots whose number begins so, at a place, in a container (empty for any, in any spelling); sorted
 * by a column, {@code limit} rows from {@code offset} on.
 */
public record StockQuery(
        By by,
        State state,
        String item,
        String lot,
        String place,
        String container,
        Sort sort,
        int offset,
        int limit) {
    public static final StockQuery ALL =
            new StockQuery(By.LOT, State.ANY, "", "", "", "", Sort.EXPIRY, 0, 50);

    /** What is one row. */
    public enum By {
        LOT,
        ITEM,
        PLACE,
        CONTAINER;

        /** Returns the word of an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the stock stands that is wanted. */
    public enum State {
        ANY("all stock"),
        FREE("free to use and ship"),
        HELD("held"),
        QUARANTINED("waiting for quality"),
        STOPPED("rejected or restricted"),
        EXPIRED("expired"),
        EXPIRING("expiring"),
        RETEST("retest due"),
        RETAINED("kept as samples");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By which column the rows are sorted: dates the next first, quantities the most first. */
    public enum Sort {
        EXPIRY,
        ITEM,
        LOT,
        PLACE,
        QUANTITY,
        AGE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the same query for another state. */
    public StockQuery in(State other) {
        return new StockQuery(by, other, item, lot, place, container, sort, 0, limit);
    }

    /** Returns the same query for all rows, as a file has them. */
    public StockQuery whole() {
        return new StockQuery(by, state, item, lot, place, container, sort, 0, Integer.MAX_VALUE);
    }
}
