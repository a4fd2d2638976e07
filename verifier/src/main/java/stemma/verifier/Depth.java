package stemma.verifier;

/** How much is checked. */
public enum Depth {
    /** Hashes, signatures and checkpoints: that nothing was changed since it was sealed. */
    HASHES,
    /** Also that lots, stock and links follow from the entries, and are those that are stated. */
    WHOLE
}
