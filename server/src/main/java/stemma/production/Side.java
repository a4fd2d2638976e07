package stemma.production;

/** Which way material went at a run. */
public enum Side {
    /** It went in. */
    IN,
    /** It came back as it was, unused. */
    BACK,
    /** It was made. */
    OUT,
    /** It was lost, scrapped or sampled. */
    LOST
}
