package stemma.ledger;

/** What quality has judged a lot fit for; a hold is apart from it. */
public enum Status {
    /** Not yet judged: may be moved and sampled. */
    QUARANTINED,
    /** May be used and shipped. */
    RELEASED,
    /** May be used, not shipped. */
    RESTRICTED,
    /** May go back to the supplier or be destroyed. */
    REJECTED
}
