package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ShipmentCode;

/** Consecutive units of a lot, by its inner key, that left in one shipment, or in none. */
record SerialPiece(long lot, int first, int last, @Nullable ShipmentCode shipment) {}
