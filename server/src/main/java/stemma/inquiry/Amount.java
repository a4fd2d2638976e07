package stemma.inquiry;

import stemma.quantity.Quantity;

/** One amount that an event states, as a correction may restate it: of which lot, and how much. */
public record Amount(String lot, Quantity quantity) {}
