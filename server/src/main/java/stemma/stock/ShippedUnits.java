package stemma.stock;

import stemma.identifiers.ShipmentCode;

/** Units of a lot, by its inner key, that went on the road in a shipment. */
public record ShippedUnits(long lot, int first, int last, ShipmentCode shipment) {}
