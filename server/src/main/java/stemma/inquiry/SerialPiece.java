package stemma.inquiry;

/**
 * Consecutive units of a lot, by its inner key, and where in the column of {@link SerialsAsked} it
 * stands in which shipment the first of them left.
 */
record SerialPiece(long lot, int first, int last, int at) {}
