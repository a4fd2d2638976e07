package stemma.bench;

import org.jspecify.annotations.Nullable;

import stemma.trace.Evidence;
import stemma.trace.Fact;
import stemma.trace.Fact.Nature;
import stemma.trace.Measure;
import stemma.trace.Span;
import stemma.trace.TraceIndex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Tells a generated genealogy to the engine. Each made lot and each fill is a run with one output;
 * the serials of a lot are its units.
 */
final class Engine implements Told {
    private static final int BATCH = 10_000;

    private final TraceIndex index;
    private final long mergedAfter;
    private final Set<Way> ways;
    private final List<Fact> batch = new ArrayList<>();
    private final List<Fact> late = new ArrayList<>();
    private byte[] kinds = new byte[1 << 16];
    private int nodes;
    /** Lots that have serials, whose numbers follow theirs. */
    private int[] blocks = new int[1 << 10];

    private int[] units = new int[1 << 10];
    private int blockCount;
    private final List<Fact> afterYield = new ArrayList<>();
    private int[] customers = new int[1 << 10];
    private int shipments;
    private int pending = -1;
    /** Where the lot that is being made goes back to, once it is known how many units it has. */
    private int reworked = -1;

    private int reworkedQuantity;
    private long went;

    private @Nullable Span together;
    private int togetherIn;
    private long edges;
    private long links;
    private long tellingNanos;
    private double tellingCpuMillis;

    private Engine(TraceIndex index, long mergedAfter, Set<Way> ways) {
        this.index = index;
        this.mergedAfter = mergedAfter;
        this.ways = ways;
    }

    /** How facts come. */
    enum Way {
        /** All that is said of every third lot comes after everything else. */
        THIRD_LATE,
        /** With each link comes how much, how known and when; outputs weigh what went in. */
        MEASURED
    }

    /** Tells the index all of it; its base is frozen after so many edges, the rest is its log. */
    static Engine tell(long edges, TraceIndex index, long mergedAfter, Set<Way> ways) {
        Engine engine = new Engine(index, mergedAfter, ways);
        PlantGraph.tell(edges, engine);
        engine.yielded();
        engine.batch.addAll(engine.late);
        engine.tellBatch();
        return engine;
    }

    private void state(int lot, Fact fact) {
        if (ways.contains(Way.THIRD_LATE) && lot % 3 == 0) {
            late.add(fact);
            return;
        }
        batch.add(fact);
        if (batch.size() == BATCH) tellBatch();
    }

    private void tellBatch() {
        long begin = System.nanoTime();
        tellingCpuMillis += Cpu.of(() -> index.tell(to -> batch.forEach(to::state)));
        tellingNanos += System.nanoTime() - begin;
        batch.clear();
    }

    @Override
    public void made(Kind kind) {
        if (nodes == kinds.length) kinds = Arrays.copyOf(kinds, nodes * 2);
        kinds[nodes] = (byte) kind.ordinal();
        if (kind == Kind.SERIAL) units[blockCount - 1]++;
        else yielded();
        if (kind == Kind.WIP || kind == Kind.FINISHED || kind == Kind.FILL) pending = nodes;
        nodes++;
    }

    @Override
    public void edge(int from, int to, int quantity) {
        if (++edges == mergedAfter) {
            tellBatch();
            index.merge();
        }
        if (kinds[to] == Kind.SERIAL.ordinal()) return;
        links++;
        if (from == pending) {
            reworked = to;
            reworkedQuantity = quantity;
            return;
        }
        went += quantity;
        Measure of = measure(quantity);
        state(to, new Fact.Fed(0, to, Nature.PLAIN, Span.of(from), List.of(), of));
    }

    @Override
    public void serials(int lot) {
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, blockCount * 2);
            units = Arrays.copyOf(units, blockCount * 2);
        }
        blocks[blockCount++] = lot;
    }

    @Override
    public void shipment(int customer) {
        if (shipments == customers.length) customers = Arrays.copyOf(customers, shipments * 2);
        customers[shipments++] = customer;
    }

    /** Serials that go together are one row. */
    @Override
    public void line(int node, int shipment, int quantity) {
        if (kinds[node] != Kind.SERIAL.ordinal()) {
            shipped(shipment, Span.of(node), quantity);
            return;
        }
        Span unit = span(node);
        Span row = together;
        boolean goesOn = togetherIn == shipment
                && row != null
                && row.lot() == unit.lot()
                && row.last() + 1 == unit.first();
        if (!goesOn) endOfRow();
        int first = row != null && goesOn ? row.first() : unit.first();
        together = new Span(unit.lot(), first, unit.last());
        togetherIn = shipment;
    }

    private void endOfRow() {
        if (together != null) shipped(togetherIn, together, together.units());
        together = null;
    }

    private void shipped(int shipment, Span lot, int quantity) {
        int customer = customers[shipment];
        afterYield.add(new Fact.Shipped(shipment, customer, customer, lot, quantity));
    }

    private void yielded() {
        if (pending < 0) return;
        endOfRow();
        Measure of = measure(went).weighing(ways.contains(Way.MEASURED) ? went : Measure.UNKNOWN);
        state(pending, new Fact.Yielded(pending, Nature.PLAIN, span(pending), of));
        links++;
        afterYield.forEach(fact -> state(pending, fact));
        if (reworked >= 0) state(pending, back(reworked));
        reworked = -1;
        went = 0;
        pending = -1;
        afterYield.clear();
    }

    private Fact back(int to) {
        Measure of = measure(reworkedQuantity);
        return new Fact.Fed(0, to, Nature.PLAIN, span(pending), List.of(), of);
    }

    private Measure measure(long quantity) {
        if (!ways.contains(Way.MEASURED)) return Measure.NONE;
        return Measure.of(quantity, Evidence.IMPORTED, edges);
    }

    /** Returns the units that are the node: all of a lot, one of a block. */
    Span span(int node) {
        int block = Arrays.binarySearch(blocks, 0, blockCount, node);
        if (block >= 0) return new Span(node, 0, units[block] - 1);
        if (kinds[node] != Kind.SERIAL.ordinal()) return Span.of(node);
        int of = -block - 2;
        int ordinal = node - blocks[of] - 1;
        return new Span(blocks[of], ordinal, ordinal);
    }

    Kind kind(int node) {
        return Kind.values()[kinds[node]];
    }

    int nodes() {
        return nodes;
    }

    long links() {
        return links;
    }

    /** Returns how long the index took to be told, without the plant being generated. */
    double tellingSeconds() {
        return tellingNanos / 1e9;
    }

    double tellingCpuSeconds() {
        return tellingCpuMillis / 1e3;
    }

    /** Returns how many generated nodes these spans are: a block is one, and its units. */
    long nodesOf(List<Span> spans) {
        long nodesReached = 0;
        for (Span span : spans) {
            boolean isBlock = Arrays.binarySearch(blocks, 0, blockCount, (int) span.lot()) >= 0;
            nodesReached += isBlock ? 1L + span.units() : 1;
        }
        return nodesReached;
    }
}
