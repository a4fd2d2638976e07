package planted.stock;

import planted.ledger.store.Rows;

/** Goes around the ledger's face. */
record ReadsTheLedgersStore(Rows rows) {}
