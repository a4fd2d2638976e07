package stemma.ledger;

import stemma.quantity.Quantity;

/**
 * A quantity as it was measured, where the event holds it in the base unit: the element, what was
 * read, and the exact factor with the version of it that was used.
 */
public record Measured(String element, Quantity quantity, String factor, String version) {}
