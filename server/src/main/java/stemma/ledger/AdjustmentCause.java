package stemma.ledger;

/** Why the books were made to meet the goods. */
public enum AdjustmentCause {
    /** A count found a difference. */
    COUNT,
    /** A report took more than the books had. */
    SHORTAGE,
    /** A unit was reported where the books did not have it. */
    ELSEWHERE,
    /** A correction left the books short, or led units otherwise than they have gone since. */
    CORRECTION
}
