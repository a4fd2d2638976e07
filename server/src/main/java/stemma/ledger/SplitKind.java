package stemma.ledger;

/** Why one lot becomes several of the same material. */
public enum SplitKind {
    /** A part is treated differently. */
    SPLIT,
    /** Packed anew. */
    REPACK,
    /** Given another number. */
    RELABEL,
    /** Given another item or grade. */
    REGRADE,
    /** Kept as a retained sample: not shipped and not used, but for a test. */
    RETAIN
}
