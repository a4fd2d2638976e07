package stemma.ledger;

/** How a delivery is known. */
public enum DeliveryBasis {
    /** By proof of delivery. */
    PROVEN,
    /** By the passing of the usual time. */
    PRESUMED
}
