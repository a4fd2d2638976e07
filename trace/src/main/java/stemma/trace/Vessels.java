package stemma.trace;

import java.util.HashMap;
import java.util.Map;

/** All vessels, and the flows through them, each kept as the units that flowed. */
final class Vessels {
    private final Graph graph;
    private final Cells cells;
    private final Map<Long, Vessel> vessels = new HashMap<>();
    private final Flows flows;
    private final Lasting epochs;

    Vessels(Graph graph, Cells cells) {
        this(graph, cells, new Flows(), new Lasting());
    }

    private Vessels(Graph graph, Cells cells, Flows flows, Lasting epochs) {
        this.graph = graph;
        this.cells = cells;
        this.flows = flows;
        this.epochs = epochs;
    }

    void state(Fact.Filled fill) {
        of(fill.vessel()).fill(fill.from(), fill.to(), flows.add(fill.lot(), fill.measure()));
    }

    void withdraw(Fact.Filled fill) {
        of(fill.vessel()).unfill(fill);
    }

    void state(Fact.Drawn draw) {
        of(draw.vessel()).draw(draw.from(), draw.to(), flows.add(draw.lot(), draw.measure()));
    }

    void withdraw(Fact.Drawn draw) {
        of(draw.vessel()).undraw(draw);
    }

    void state(Fact.Emptied emptied) {
        of(emptied.vessel()).empty(emptied.from(), emptied.to());
    }

    void withdraw(Fact.Emptied emptied) {
        of(emptied.vessel()).unempty(emptied.from(), emptied.to());
    }

    private Vessel of(long vessel) {
        return vessels.computeIfAbsent(vessel, key -> new Vessel(key, graph, cells, flows, epochs));
    }

    /** Returns the nodes of what lies in vessels between emptyings. */
    Lasting epochs() {
        return epochs;
    }

    void save(Parts parts) {
        flows.save(parts);
        epochs.save(parts);
        long[] keys = vessels.keySet().stream().mapToLong(Long::longValue).toArray();
        parts.fixed(keys, keys.length);
        for (long key : keys) vessels.get(key).save(parts);
    }

    static Vessels load(Parts parts, Graph graph, Cells cells) {
        Vessels loaded = new Vessels(graph, cells, Flows.load(parts), Lasting.load(parts));
        for (long key : parts.longs()) loaded.of(key).load(parts);
        return loaded;
    }

    long bytes() {
        long bytes = flows.bytes() + epochs.bytes();
        for (Vessel vessel : vessels.values()) bytes += vessel.bytes();
        return bytes;
    }
}
