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

    /** Returns what each shipment holds; one that went to two places is told twice. */
    public List<Total> byShipment() {
        return byShipment.totals(shipped.consignments()::shipment);
    }

    public List<Total> byCustomer() {
        Consignments.Seen of = shipped.consignments();
        return byShipment.by(of::customer, of.customerCount()).totals(at -> of.customers()[at]);
    }

    public List<Total> byPlace() {
        Consignments.Seen of = shipped.consignments();
        return byShipment.by(of::place, of.placeCount()).totals(at -> of.places()[at]);
    }
}
