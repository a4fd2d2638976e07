package planted.ledger.store;

/** Private to the ledger. */
public final class Rows {}
