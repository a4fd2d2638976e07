package stemma.ledger;

import stemma.identifiers.Portion;

/**
 * What a customer sends back: the lot it claims to be, and the new lot as which it is kept apart.
 */
public record ReturnLine(Portion of, Birth as) {}
