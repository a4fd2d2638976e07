package stemma.trace;

import java.util.Arrays;

/**
 * Shipments as they went to customers and places, numbered from zero. One that is said to have gone
 * to two, by mistake or in truth, is two.
 */
final class Consignments {
    private static final int WIDTH = 3;

    private final Keys shipments;
    private final Keys customers;
    private final Keys places;
    /** From each shipment to the last of its consignments, and from there to those before. */
    private final IntMap last;

    private final IntMap before;
    /** Of each consignment the numbers of its shipment, customer and place. */
    private int[] of;

    private int count;

    Consignments() {
        this(new Keys(), new Keys(), new Keys(), new IntMap(), new IntMap());
        of = new int[16 * WIDTH];
    }

    private Consignments(Keys shipments, Keys customers, Keys places, IntMap last, IntMap before) {
        this.shipments = shipments;
        this.customers = customers;
        this.places = places;
        this.last = last;
        this.before = before;
    }

    /** As a reader sees them: only what was there when it asked. */
    record Seen(
            int[] of,
            int count,
            long[] shipments,
            long[] customers,
            int customerCount,
            long[] places,
            int placeCount) {

        long shipment(int consignment) {
            return shipments[of[WIDTH * consignment]];
        }

        int customer(int consignment) {
            return of[WIDTH * consignment + 1];
        }

        int place(int consignment) {
            return of[WIDTH * consignment + 2];
        }
    }

    Seen publish() {
        return new Seen(
                of,
                count,
                shipments.keys(),
                customers.keys(),
                customers.count(),
                places.keys(),
                places.count());
    }

    int number(Fact.Shipped shipped) {
        int shipment = shipments.number(shipped.shipment());
        int customer = customers.number(shipped.customer());
        int place = places.number(shipped.place());
        int known = last.get(shipment, -1);
        for (int at = known; at >= 0; at = before.get(at, -1))
            if (of[WIDTH * at + 1] == customer && of[WIDTH * at + 2] == place) return at;
        if ((count + 1) * WIDTH > of.length) of = Arrays.copyOf(of, of.length * 2);
        of[WIDTH * count] = shipment;
        of[WIDTH * count + 1] = customer;
        of[WIDTH * count + 2] = place;
        last.put(shipment, count);
        if (known >= 0) before.put(count, known);
        return count++;
    }

    void save(Parts parts) {
        shipments.save(parts);
        customers.save(parts);
        places.save(parts);
        last.save(parts);
        before.save(parts);
        parts.fixed(of, WIDTH * count);
    }

    static Consignments load(Parts parts) {
        Keys shipments = Keys.load(parts);
        Keys customers = Keys.load(parts);
        Keys places = Keys.load(parts);
        Consignments loaded = new Consignments(
                shipments, customers, places, IntMap.load(parts), IntMap.load(parts));
        int[] of = parts.ints();
        loaded.count = of.length / WIDTH;
        loaded.of = Arrays.copyOf(of, Math.max(16 * WIDTH, of.length));
        return loaded;
    }

    long bytes() {
        return shipments.bytes()
                + customers.bytes()
                + places.bytes()
                + last.bytes()
                + before.bytes()
                + 4L * of.length;
    }
}
