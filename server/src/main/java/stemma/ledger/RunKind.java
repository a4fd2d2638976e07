package stemma.ledger;

/** What kind of making a run is. */
public enum RunKind {
    /** Making by a recipe. */
    PRODUCTION,
    /** Mixing of like material. */
    BLEND,
    /** The input is the output it should have been; a lot may become its own ancestor. */
    REWORK,
    /** Taking apart. */
    DISASSEMBLY
}
