package stemma.shipping.store;

import stemma.quantity.Quantity;

/**
 * How much of one lot number went out for an order under a shipment; codes in their normal form.
 */
public record Sent(String order, String shipment, String item, String number, Quantity quantity) {}
