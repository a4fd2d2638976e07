package stemma.inquiry;

import stemma.genealogy.Departures;

import java.util.function.LongConsumer;

/** Which lots left in each of many shipments. */
final class LotsOfShipments {
    private final long[] lots;
    private final int[] ends;

    LotsOfShipments(Departures left) {
        lots = new long[left.size()];
        ends = new int[left.shipments().size() + 1];
        for (int i = 0; i < left.size(); i++) ends[left.in(i) + 1]++;
        for (int i = 1; i < ends.length; i++) ends[i] += ends[i - 1];
        int[] next = ends.clone();
        for (int i = 0; i < left.size(); i++) lots[next[left.in(i)]++] = left.lot(i);
    }

    /** Tells of the lots in the shipment with that number, of which one may come more than once. */
    void each(int shipment, LongConsumer told) {
        for (int i = ends[shipment]; i < ends[shipment + 1]; i++) told.accept(lots[i]);
    }
}
