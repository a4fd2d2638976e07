package stemma.signatures;

/**
 * A signature whose signer has proven who it is. It is given in the transaction that records what
 * it signs, or never: a refusal leaves no signature behind.
 */
public interface Offered {
    /** Returns the signature as the event carries it. */
    Signature signature();

    /** Keeps it, in the transaction that records what it signs, with its entry in the trail. */
    void give();
}
