package stemma.trace;

import java.util.LinkedHashMap;
import java.util.Map;

/** All that the writer keeps of one generation: the graph, and what it is derived from. */
final class Core {
    private int[] loops;
    final Graph graph;
    final Cells cells;
    final Runs runs;
    final Lines lines;
    final Vessels vessels;
    final Shipments shipments;
    private final Links links;

    /** Takes the first and the last numbers of loops of the base, in turn, and the parts. */
    Core(
            int[] loops,
            Graph graph,
            Cells cells,
            Runs runs,
            Lines lines,
            Vessels vessels,
            Shipments shipments) {
        this.loops = loops;
        this.graph = graph;
        this.cells = cells;
        this.runs = runs;
        this.lines = lines;
        this.vessels = vessels;
        this.shipments = shipments;
        this.links = new Links(graph, cells, runs, lines);
    }

    static Core empty() {
        Graph graph = Graph.empty();
        Cells cells = new Cells(graph);
        Runs runs = new Runs(graph);
        return new Core(
                new int[0],
                graph,
                cells,
                runs,
                new Lines(runs),
                new Vessels(graph, cells),
                new Shipments(cells));
    }

    /** Returns what stands now, to be merged while more is told; from here on it is watched. */
    Merge.Taken taken(View view) {
        watch(true);
        return new Merge.Taken(
                view,
                runs.pools().seen(),
                graph.anchors.seen(),
                cells.watched(),
                runs.watched(),
                lines.known().seen(),
                vessels.epochs().seen());
    }

    /** Remembers, from here on, what is changed; or forgets it. */
    void watch(boolean isToBe) {
        graph.forward.watch(isToBe);
        graph.backward.watch(isToBe);
        graph.parted.watch(isToBe);
        graph.anchors.watch(isToBe);
        cells.watch(isToBe);
        runs.watch(isToBe);
        shipments.watch(isToBe);
    }

    /**
     * Goes on with what was merged and with what came since, and returns how much that is: as much
     * as was told since, however much there is.
     */
    int take(Merge merged) {
        View view = merged.view();
        Renaming renaming = merged.renaming();
        int late = 0;
        for (int node = view.nodes(); node < graph.nodes.count(); node++, late++)
            merged.nodes().add(graph.nodes.labels(), node);
        late += graph.forward.bring(view.forward(), renaming, merged.forward());
        late += graph.backward.bring(view.backward(), renaming, merged.backward());
        late += graph.parted.bring(view.parted(), renaming, merged.parted());
        graph.forward = merged.forward();
        graph.backward = merged.backward();
        graph.parted = merged.parted();
        graph.nodes.take(merged.nodes());
        loops = merged.loops();
        late += graph.anchors.take(merged.anchors(), renaming);
        late += cells.take(merged.cells(), renaming);
        late += runs.take(merged.runs(), renaming, merged.pools());
        late += lines.known().take(merged.stated(), renaming);
        late += vessels.epochs().take(merged.epochs(), renaming);
        late += shipments.take(merged.shipped(), view.shipped(), renaming);
        return late;
    }

    /** Returns how many bytes each part takes. */
    Map<String, Long> memory() {
        Map<String, Long> bytes = new LinkedHashMap<>();
        bytes.put("nodes", graph.nodes.bytes());
        bytes.put("arcs forward", graph.forward.frozenBytes());
        bytes.put("arcs backward", graph.backward.frozenBytes());
        bytes.put("late arcs", graph.forward.tailBytes() + graph.backward.tailBytes());
        bytes.put("measures", graph.forward.measureBytes());
        bytes.put("partings", graph.parted.frozenBytes() + graph.parted.tailBytes());
        bytes.put("cells", cells.bytes() + graph.anchors.bytes());
        bytes.put("runs", runs.bytes());
        bytes.put("lines", lines.bytes());
        bytes.put("vessels", vessels.bytes());
        bytes.put("shipments", shipments.bytes());
        return bytes;
    }

    /** Puts everything into the parts of a snapshot. */
    void save(Parts parts) {
        parts.fixed(loops, loops.length);
        graph.save(parts);
        cells.save(parts);
        runs.save(parts);
        lines.save(parts);
        vessels.save(parts);
        shipments.save(parts);
    }

    static Core load(Parts parts) {
        int[] loops = parts.ints();
        Graph graph = Graph.load(parts);
        Cells cells = Cells.load(parts, graph);
        Runs runs = Runs.load(parts, graph);
        Lines lines = Lines.load(parts, runs);
        Vessels vessels = Vessels.load(parts, graph, cells);
        Shipments shipments = Shipments.load(parts, cells);
        return new Core(loops, graph, cells, runs, lines, vessels, shipments);
    }

    /** Touches where the lot of a fact is looked for, and returns a node that may be it, or -1. */
    int meetLot(Fact fact) {
        return switch (fact) {
            case Fact.Fed fed -> cells.meet(fed.lot().lot());
            case Fact.Yielded yielded -> cells.meet(yielded.lot().lot());
            case Fact.Filled fill -> cells.meet(fill.lot().lot());
            case Fact.Drawn draw -> cells.meet(draw.lot().lot());
            case Fact.Shipped shipped -> cells.meet(shipped.lot().lot());
            case Fact.Lost _, Fact.Emptied _, Fact.Stated _ -> -1;
        };
    }

    /** Touches where the run of a fact is looked for, and returns a node that may be it, or -1. */
    int meetRun(Fact fact) {
        return switch (fact) {
            case Fact.Fed fed -> runs.meet(fed.run());
            case Fact.Yielded yielded -> runs.meet(yielded.run());
            case Fact.Lost lost -> runs.meet(lost.run());
            case Fact.Stated said -> runs.meet(said.run());
            case Fact.Filled _, Fact.Drawn _, Fact.Emptied _, Fact.Shipped _ -> -1;
        };
    }

    void state(Fact fact) {
        switch (fact) {
            case Fact.Fed fed -> links.state(fed);
            case Fact.Yielded yielded -> links.state(yielded);
            case Fact.Lost lost -> links.state(lost);
            case Fact.Filled fill -> vessels.state(fill);
            case Fact.Drawn draw -> vessels.state(draw);
            case Fact.Emptied emptied -> vessels.state(emptied);
            case Fact.Stated said -> lines.state(said);
            case Fact.Shipped shipped -> shipments.state(shipped);
        }
    }

    void withdraw(Fact fact) {
        switch (fact) {
            case Fact.Fed fed -> links.withdraw(fed);
            case Fact.Yielded yielded -> links.withdraw(yielded);
            case Fact.Lost lost -> links.withdraw(lost);
            case Fact.Filled fill -> vessels.withdraw(fill);
            case Fact.Drawn draw -> vessels.withdraw(draw);
            case Fact.Emptied emptied -> vessels.withdraw(emptied);
            case Fact.Stated said -> lines.withdraw(said);
            case Fact.Shipped shipped -> shipments.withdraw(shipped);
        }
    }

    /** Returns what readers may see of it now. */
    View publish(int firstPools) {
        return new View(
                graph.nodes.labels(),
                graph.nodes.count(),
                firstPools,
                loops,
                runs.pools().size() > firstPools,
                graph.forward.publish(),
                graph.backward.publish(),
                graph.parted.publish(),
                cells.above().table(),
                cells.above().size() > 0,
                graph.parted.live() > 0,
                shipments.publish());
    }
}
