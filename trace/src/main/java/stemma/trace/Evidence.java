package stemma.trace;

/** How a link is known, the strongest first. A path is as good as its weakest link. */
public enum Evidence {
    /** Read by a scanner from the goods. */
    SCANNED,
    /** Typed by a person. */
    KEYED,
    /** Taken over from another system. */
    IMPORTED,
    /** Computed by a rule, such as backflush. */
    DERIVED,
    /** Taken for granted. */
    ASSUMED,
    /** Nobody can say. */
    UNKNOWN
}
