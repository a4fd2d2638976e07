package stemma.genealogy;

import stemma.identifiers.ShipmentCode;

/**
 * Takes everything that a question reached, with the shipments in which it left; units that were
 * sent twice come once with each.
 */
public interface Consigned {
    /** Takes units that went on the road in a shipment, arrived or not, returned since or not. */
    void shipped(Span units, ShipmentCode shipment);

    /** Takes units that never did. */
    void kept(Span units);
}
