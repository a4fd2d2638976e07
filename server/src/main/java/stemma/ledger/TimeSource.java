package stemma.ledger;

/** Whose clock said when it happened. */
public enum TimeSource {
    /** Measured by the device that captured it. */
    DEVICE,
    /** The moment the server received it. */
    SERVER,
    /** Said by a person. */
    STATED
}
