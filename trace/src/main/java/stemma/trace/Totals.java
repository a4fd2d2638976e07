package stemma.trace;

import java.util.ArrayList;
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
        List<Total> totals = new ArrayList<>();
        byShipment.forEach((number, _, units, quantity) ->
                totals.add(new Total(shipped.keys()[number], 1, units, quantity)));
        return totals;
    }

    public List<Total> byCustomer() {
        return by(shipped.customers(), shipped.customerKeys(), shipped.customerCount());
    }

    public List<Total> byPlace() {
        return by(shipped.places(), shipped.placeKeys(), shipped.placeCount());
    }

    private List<Total> by(int[] of, long[] keys, int bound) {
        Sums sums = Sums.ofAll(bound);
        byShipment.forEach(
                (number, _, units, quantity) -> sums.add(of[number], 1, units, quantity));
        List<Total> totals = new ArrayList<>();
        sums.forEach((number, shipments, units, quantity) ->
                totals.add(new Total(keys[number], (int) shipments, units, quantity)));
        return totals;
    }
}
