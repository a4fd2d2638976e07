package stemma.ledger;

/** What an event says of itself: it asks, or it states. */
public enum Claim {
    /** Asks: may I? The guards may refuse it. */
    INTENT,
    /** States what has already happened; kept with what it violates. */
    REPORT
}
