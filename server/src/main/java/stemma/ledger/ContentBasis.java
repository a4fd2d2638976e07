package stemma.ledger;

/** How the content of a container is known. */
public enum ContentBasis {
    /** Each piece was seen as it went in. */
    OBSERVED,
    /** Taken from what should be in it. */
    INFERRED
}
