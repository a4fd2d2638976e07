package planted.quantity;

import planted.ledger.KnowsStock;

/** Reads up the bands. */
record KnowsTheLedger(KnowsStock above) {}
