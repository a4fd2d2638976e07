package stemma.signatures;

/** What checking a signature against a content says. */
public enum Verdict {
    /** Given here, and the content is the very one that was signed. */
    INTACT,
    /** Given here, but the content is no longer what was signed. */
    CHANGED_AFTER_SIGNING,
    /** Nobody gave this signature here as it stands. */
    NOT_GIVEN_HERE
}
