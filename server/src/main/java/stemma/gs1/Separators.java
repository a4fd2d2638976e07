package stemma.gs1;

/** What is known of a scanner: whether it sends the separator that ends a value. */
public enum Separators {
    /** It has sent one before, so none is missing. */
    SENT,
    /** It has sent none yet: a value may hide the next element. */
    UNKNOWN
}
