package stemma.genealogy;

/** Which way a trace goes: to everything that may contain the lot, or that it may contain. */
public enum Direction {
    FORWARD,
    BACKWARD
}
