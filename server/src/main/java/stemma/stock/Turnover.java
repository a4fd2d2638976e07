package stemma.stock;

import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

/**
 * How much of a lot one entry of the journal moved from one place to another, in the lot's unit;
 * units are not told apart.
 */
public record Turnover(long seq, Lot lot, Quantity quantity, Place from, Place to) {}
