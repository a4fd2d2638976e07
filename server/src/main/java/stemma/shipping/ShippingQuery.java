package stemma.shipping;

import java.util.Locale;

/**
 * Which orders are asked for: those whose code or customer begins so, at that stage, in that order,
 * from a row on.
 */
public record ShippingQuery(String text, Show show, Sort sort, int offset, int limit) {
    /** Every order that is not shipped, the first due first. */
    public static final ShippingQuery OPEN = new ShippingQuery("", Show.OPEN, Sort.DUE, 0, 50);

    /** Which orders are shown. */
    public enum Show {
        OPEN("not shipped"),
        DUE("due today or before"),
        BLOCKED("blocked"),
        TO_ALLOCATE("to allocate"),
        TO_PICK("to pick"),
        TO_SHIP("picked, to ship"),
        SHIPPED("shipped"),
        ALL("all in use");

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

    /** By what they are sorted. */
    public enum Sort {
        DUE,
        ORDER,
        CUSTOMER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the same question without a page's end, for a file. */
    public ShippingQuery whole() {
        return new ShippingQuery(text, show, sort, 0, Integer.MAX_VALUE);
    }
}
