package stemma.lots;

import stemma.ledger.ExternalLot;

/** A number that a partner has for a lot, as it was read then. */
public record KnownNumber(ExternalLot number, Lot lot) {}
