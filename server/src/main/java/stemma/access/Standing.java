package stemma.access;

/** Whether a person may act now: invited has no password yet, disabled may not act. */
public enum Standing {
    INVITED,
    ACTIVE,
    DISABLED
}
