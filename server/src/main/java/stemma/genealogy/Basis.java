package stemma.genealogy;

/** By what the material that went into a run is apportioned over what came out of it. */
public enum Basis {
    /** All that came out is in one unit, and is apportioned by its amount. */
    AMOUNT,
    /** What came out is in several units, and each has a weight by a conversion of its item. */
    WEIGHT,
    /** What came out cannot be compared: each may hold none of it or all. */
    NONE
}
