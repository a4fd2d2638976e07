package stemma.bench;

/** Counts a genealogy, and sums it up over edges, then lines, then shipments. */
final class Checksum implements Told {
    private static final int FACTOR = 31;

    private final long[] kinds = new long[Kind.values().length];
    private long edges;
    private long lines;
    private long shipments;
    private long ofEdges;
    private long ofLines;
    private long ofShipments;

    static Checksum of(long edges) {
        Checksum checksum = new Checksum();
        PlantGraph.tell(edges, checksum);
        return checksum;
    }

    @Override
    public void made(Kind kind) {
        kinds[kind.ordinal()]++;
    }

    @Override
    public void edge(int from, int to, int quantity) {
        edges++;
        ofEdges = FACTOR * ofEdges + 1_000_003L * from + 7L * to + quantity;
    }

    @Override
    public void line(int node, int shipment, int quantity) {
        lines++;
        ofLines = FACTOR * ofLines + 1_000_003L * node + 7L * shipment + quantity;
    }

    @Override
    public void shipment(int customer) {
        shipments++;
        ofShipments = FACTOR * ofShipments + customer;
    }

    /** Returns the sum as if all edges came first, then all lines, then all shipments. */
    long sum() {
        return (ofEdges * power(lines) + ofLines) * power(shipments) + ofShipments;
    }

    long edges() {
        return edges;
    }

    long lines() {
        return lines;
    }

    long shipments() {
        return shipments;
    }

    long nodes(Kind kind) {
        return kinds[kind.ordinal()];
    }

    private static long power(long times) {
        long power = 1;
        for (long i = 0; i < times; i++) power *= FACTOR;
        return power;
    }
}
