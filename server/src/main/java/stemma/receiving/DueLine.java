package stemma.receiving;

import stemma.catalog.PurchaseOrder;

/** A line of an order that is still to come, in the work list of receiving. */
public record DueLine(PurchaseOrder order, String supplierName, LineProgress progress) {}
