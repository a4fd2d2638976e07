package stemma.trace;

import java.util.List;

/** What of an answer was shipped, added up by shipment, by customer and by where it went. */
public final class Totals {
    private final Shipped shipped;
    private final Sums byShipment;

    Totals(Shipped shipped, Sums byShipment) {
        this.shipped = shipped;
        this.byShipment = byShipment;
    }

    /**
     * A customer, a place or a shipment by its key, in how many shipments it has anything of the
     * answer, how many units, and how much in the unit in which it was told.
     */
    public record Total(long key, int shipments, long units, long quantity) {}

    public List<Total> byShipment() {
        List<Total> totals = byShipment.totals(shipped.keys());
        totals.replaceAll(total -> new Total(total.key(), 1, total.units(), total.quantity()));
        return totals;
    }

    public List<Total> byCustomer() {
        return byShipment
                .by(shipped.customers(), shipped.customerCount())
                .totals(shipped.customerKeys());
    }

    public List<Total> byPlace() {
        return byShipment.by(shipped.places(), shipped.placeCount()).totals(shipped.placeKeys());
    }
}
