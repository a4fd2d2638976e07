package stemma.ledger;

/** What supports the claim that a new run begins here, free of the run before. */
public enum RunBasis {
    /** A verified line clearance. */
    CLEARANCE,
    /** A verified cleaning. */
    CLEANING,
    /** Each unit is made by itself. */
    DISCRETE_UNIT,
    /** Nothing: material of the run before may still stand in the line. */
    NONE
}
