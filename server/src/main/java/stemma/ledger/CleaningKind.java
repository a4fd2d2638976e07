package stemma.ledger;

/** On which occasion a resource was made clean. */
public enum CleaningKind {
    /** Between two lots of one product. */
    BETWEEN_LOTS,
    /** Before another product. */
    CHANGEOVER,
    /** By the plan of the week. */
    WEEKLY
}
