package stemma.picturing;

/** How closely a picture shows what there is; it never leaves out, it only puts together. */
public enum Detail {
    /** Every node is a box of its own. */
    ALL,
    /** Like nodes with like sources and like outcome are one box. */
    GROUPS,
    /** Boxes are all lots of an item, and all runs that make the same. */
    FLOW
}
