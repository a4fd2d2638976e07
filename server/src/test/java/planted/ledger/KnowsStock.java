package planted.ledger;

import planted.stock.Shelf;

/** Reads sideways against the arrow. */
public record KnowsStock(Shelf shelf) {}
