package stemma.trace;

import java.util.HashMap;
import java.util.Map;

/**
 * One vessel: a fill mixes with every draw unless an emptying certainly lies between the two,
 * whichever came first. Fills between the same emptyings share a node, an epoch, which leads to
 * every draw that may have happened in its window.
 */
final class Vessel {
    private final long key;
    private final Graph graph;
    private final Cells cells;
    private final Flows flows;
    /** The nodes of epochs of all vessels, by numbers that last. */
    private final Lasting nodes;

    private Intervals fills = new Intervals();
    private Intervals draws = new Intervals();
    private Intervals emptyings = new Intervals();
    private final Map<Window, Epoch> epochs = new HashMap<>();
    /** The windows of the epochs, with their numbers. */
    private Intervals windows = new Intervals();

    /** From the last emptying certainly before a fill to the first certainly after it. */
    private record Window(long opened, long closed) {}

    private static final class Epoch {
        final int number;
        int fills;

        Epoch(int number) {
            this.number = number;
        }
    }

    Vessel(long key, Graph graph, Cells cells, Flows flows, Lasting nodes) {
        this.key = key;
        this.graph = graph;
        this.cells = cells;
        this.flows = flows;
        this.nodes = nodes;
    }

    void fill(long from, long to, int row) {
        fills.add(from, to, row);
        into(window(from, to), row);
    }

    void unfill(Fact.Filled fill) {
        int row = row(fills, fill.from(), fill.to(), fill.lot(), fill.measure());
        outOf(window(fill.from(), fill.to()), row);
        fills.remove(fill.from(), fill.to(), row);
    }

    void draw(long from, long to, int row) {
        draws.add(from, to, row);
        windows.overlapping(
                from,
                to,
                at -> each(row, (cell, of) -> graph.link(node(windows.of(at)), cell, of)));
    }

    void undraw(Fact.Drawn draw) {
        int row = row(draws, draw.from(), draw.to(), draw.lot(), draw.measure());
        windows.overlapping(
                draw.from(),
                draw.to(),
                at -> each(row, (cell, of) -> graph.unlink(node(windows.of(at)), cell, of)));
        draws.remove(draw.from(), draw.to(), row);
    }

    void empty(long from, long to) {
        change(from, to, () -> emptyings.add(from, to, 0));
    }

    void unempty(long from, long to) {
        change(from, to, () -> emptyings.remove(from, to, 0));
    }

    /** An emptying moves the fills of the epochs in whose windows it lies, and no others. */
    private void change(long from, long to, Runnable change) {
        Map<Integer, Window> before = new HashMap<>();
        windows.overlapping(from, to, epoch -> {
            Window window = new Window(windows.from(epoch), windows.to(epoch));
            fills.overlapping(window.opened(), window.closed(), at -> {
                if (window(fills.from(at), fills.to(at)).equals(window)) before.put(at, window);
            });
        });
        change.run();
        before.forEach((at, window) -> {
            Window now = window(fills.from(at), fills.to(at));
            if (now.equals(window)) return;
            outOf(window, fills.of(at));
            into(now, fills.of(at));
        });
    }

    private Window window(long from, long to) {
        return new Window(emptyings.lastBeginBefore(from), emptyings.firstEndAfter(to));
    }

    private void into(Window window, int row) {
        Epoch epoch = epochs.computeIfAbsent(window, _ -> {
            Epoch fresh = new Epoch(nodes.of(graph.nodes.add(Labels.EPOCH, key)));
            windows.add(window.opened(), window.closed(), fresh.number);
            drawn(window, (cell, of) -> graph.link(node(fresh.number), cell, of));
            return fresh;
        });
        epoch.fills++;
        each(row, (cell, of) -> graph.link(cell, node(epoch.number), of));
    }

    private void outOf(Window window, int row) {
        Epoch epoch = epochs.get(window);
        each(row, (cell, of) -> graph.unlink(cell, node(epoch.number), of));
        if (--epoch.fills > 0) return;
        drawn(window, (cell, of) -> graph.unlink(node(epoch.number), cell, of));
        epochs.remove(window);
        windows.remove(window.opened(), window.closed(), epoch.number);
    }

    private int node(int epoch) {
        return nodes.node(epoch);
    }

    private void drawn(Window window, Cells.Covered cell) {
        draws.overlapping(window.opened(), window.closed(), at -> each(draws.of(at), cell));
    }

    private void each(int row, Cells.Covered told) {
        cells.cover(flows.get(row), flows.measure(row), told);
    }

    private int row(Intervals flowed, long from, long to, Span lot, Measure measure) {
        int[] found = {-1};
        flowed.overlapping(from, from, at -> {
            boolean isIt = flowed.from(at) == from && flowed.to(at) == to;
            if (!isIt || !flows.get(flowed.of(at)).equals(lot)) return;
            if (flows.measure(flowed.of(at)).equals(measure)) found[0] = flowed.of(at);
        });
        if (found[0] < 0) throw new IllegalArgumentException("what is withdrawn was never stated");
        return found[0];
    }

    void save(Parts parts) {
        fills.save(parts);
        draws.save(parts);
        emptyings.save(parts);
        long[] all = new long[4 * epochs.size()];
        int at = 0;
        for (var entry : epochs.entrySet()) {
            all[at++] = entry.getKey().opened();
            all[at++] = entry.getKey().closed();
            all[at++] = entry.getValue().number;
            all[at++] = entry.getValue().fills;
        }
        parts.fixed(all, at);
    }

    void load(Parts parts) {
        fills = Intervals.load(parts);
        draws = Intervals.load(parts);
        emptyings = Intervals.load(parts);
        long[] all = parts.longs();
        for (int at = 0; at < all.length; at += 4) {
            Epoch epoch = new Epoch((int) all[at + 2]);
            epoch.fills = (int) all[at + 3];
            epochs.put(new Window(all[at], all[at + 1]), epoch);
            windows.add(all[at], all[at + 1], epoch.number);
        }
    }

    long bytes() {
        return fills.bytes() + draws.bytes() + emptyings.bytes() + 96L * epochs.size();
    }
}
