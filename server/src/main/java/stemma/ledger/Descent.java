package stemma.ledger;

/** How far a hold reaches down the genealogy. */
public enum Descent {
    /** Only what it names. */
    ALONE,
    /** Also everything made from it, before and after. */
    WITH_DESCENDANTS
}
