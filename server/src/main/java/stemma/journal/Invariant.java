package stemma.journal;

import java.util.function.Consumer;

/**
 * Something that must always be true of the record and is proven again and again, a slice at a
 * time, while recording goes on. Each room states those of its own tables.
 */
public interface Invariant {
    /** Where a round begins. */
    String BEGINNING = "";

    /** Returns its stable word, such as {@code balances_are_sums}. */
    String word();

    /** Returns in one sentence what holds. */
    String sentence();

    /**
     * Looks at what comes after the place that the slice before ended at, and tells of what does
     * not hold; a round begins at {@link #BEGINNING}. A slice is small: it reads some thousands of
     * rows at most.
     */
    Slice look(String after, Consumer<Finding> findings);

    /** How far a slice came, at how many rows or entries it looked, and what follows. */
    record Slice(String upTo, long looked, Then then) {
        public static Slice more(String upTo, long looked) {
            return new Slice(upTo, looked, Then.MORE);
        }

        public static Slice end(long looked) {
            return new Slice(BEGINNING, looked, Then.END);
        }
    }

    /** Whether the round goes on behind a slice. */
    enum Then {
        MORE,
        END
    }
}
