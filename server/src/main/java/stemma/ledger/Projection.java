package stemma.ledger;

import java.util.List;

/** A room that keeps tables computed from events, in the transaction that appends them. */
public interface Projection {
    /**
     * Writes what the events say, in their order; a corrected event is undone before its
     * replacement.
     */
    void project(Appended appended);

    /**
     * Does, after the append has been committed, what may take its time, such as spreading a hold.
     */
    default void settle(List<Recorded> events) {}

    /** Holds its rows of events against what the events say; leaves out what it does not keep. */
    default void compare(Retold retold) {}

    /** Does for everything projected so far what {@link #settle} does for an append. */
    default void settleAll() {}
}
