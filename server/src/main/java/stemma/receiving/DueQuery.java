package stemma.receiving;

import java.util.Locale;

/** Which lines of orders the work list shows, how sorted, and where its page begins. */
public record DueQuery(Show show, String text, String site, Sort sort, int offset, int limit) {
    public static final int ROWS = 50;

    public DueQuery {
        text = text.strip();
        site = site.strip();
        offset = Math.max(0, offset);
        limit = Math.max(1, limit);
    }

    /** Which of the lines that are still to come. */
    public enum Show {
        DUE("late or due today"),
        LATE("late"),
        BLOCKED("blocked"),
        ALL("all that is to come");

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

    /** By what the list is sorted. */
    public enum Sort {
        DUE,
        ORDER,
        SUPPLIER,
        ITEM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the same question for all rows at once. */
    public DueQuery whole() {
        return new DueQuery(show, text, site, sort, 0, Integer.MAX_VALUE);
    }
}
