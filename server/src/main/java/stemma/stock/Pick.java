package stemma.stock;

import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

/** A quantity of a lot, or units of a block, to be taken from a place. */
public record Pick(Portion lot, Place place, Quantity quantity) {}
