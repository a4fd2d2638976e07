package stemma.stock;

import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

/**
 * A movement of a lot as it stands: under which entry of the journal, how much, from where to
 * where.
 */
public record Flow(long seq, Portion lot, Quantity quantity, Place from, Place to) {}
