package stemma.genealogy;

/** How a lot came into a trace. */
public enum Way {
    /** The question names it. */
    ROOT,
    /** It is of the same material as a root, or as something reached. */
    SAME_MATERIAL,
    /** Through the making of new material. */
    DESCENT
}
