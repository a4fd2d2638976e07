package stemma.journal.store;

/** Whether a leaf's number is above all numbers before it, or below one of them. */
public enum LeafOrder {
    ASCENDING,
    LATE
}
