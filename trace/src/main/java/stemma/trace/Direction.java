package stemma.trace;

/** Whether a trace goes to what may contain a lot, or to what it may contain. */
public enum Direction {
    FORWARD,
    BACKWARD
}
