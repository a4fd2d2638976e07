package stemma.trace;

/**
 * The one directed graph: cells of lots, what stands between them, and arcs both ways. The links of
 * a cell that was cut hang on its anchor, to which each of its parts leads; whatever leads to the
 * cell leads to all of its parts. Both directions read alike, so that neither is derived from the
 * other: forward from a part goes up to the anchor and along its outputs, backward up to the same
 * anchor and along its inputs.
 */
final class Graph {
    final Nodes nodes;
    Arcs forward;
    Arcs backward;
    /** From cells to the runs that parted their material, once more and apart. */
    Arcs parted;
    /** From each cut cell to its anchor. */
    final IntMap anchors;

    Graph(Nodes nodes, Arcs forward, Arcs backward, Arcs parted, IntMap anchors) {
        this.nodes = nodes;
        this.forward = forward;
        this.backward = backward;
        this.parted = parted;
        this.anchors = anchors;
    }

    static Graph empty() {
        return new Graph(new Nodes(0), Arcs.none(0), Arcs.none(0), Arcs.none(0), new IntMap());
    }

    void save(Parts parts) {
        nodes.save(parts);
        forward.save(parts);
        backward.save(parts);
        parted.save(parts);
        anchors.save(parts);
    }

    static Graph load(Parts parts) {
        Nodes nodes = Nodes.load(parts);
        Arcs forward = Arcs.load(parts);
        Arcs backward = Arcs.load(parts);
        return new Graph(nodes, forward, backward, Arcs.load(parts), IntMap.load(parts));
    }

    /** Touches what stands of a node. */
    long meet(int node) {
        return node < 0 ? 0 : nodes.name(node) + forward.meet(node);
    }

    void link(int from, int to) {
        link(from, to, Measure.NONE);
    }

    /** What is told of a link stands with its forward arc alone. */
    void link(int from, int to, Measure measure) {
        forward.add(any(from), to, measure);
        backward.add(any(to), from);
    }

    void unlink(int from, int to) {
        unlink(from, to, Measure.NONE);
    }

    void unlink(int from, int to, Measure measure) {
        forward.end(any(from), to, measure);
        backward.end(any(to), from);
    }

    /** Parts the material of a cell by a run. */
    void part(int cell, int run) {
        parted.add(any(cell), run);
    }

    void unpart(int cell, int run) {
        parted.end(any(cell), run);
    }

    /** Makes a cell one that is cut: its links move to an anchor. */
    void cut(int cell) {
        int anchor = nodes.add(Labels.ANCHOR, nodes.name(cell));
        move(forward, cell, anchor);
        move(backward, cell, anchor);
        move(parted, cell, anchor);
        forward.add(cell, anchor);
        backward.add(cell, anchor);
        anchors.put(cell, anchor);
    }

    /** Puts a part under a cell that is cut. */
    void join(int cell, int part) {
        int anchor = anchors.get(cell, -1);
        forward.add(cell, part);
        backward.add(cell, part);
        forward.add(part, anchor);
        backward.add(part, anchor);
    }

    /** Takes a part that no link names from under its cell. */
    void drop(int cell, int part) {
        forward.end(cell, part);
        backward.end(cell, part);
    }

    /** Returns where the links of a node hang. */
    int any(int node) {
        return anchors.size() == 0 ? node : anchors.get(node, node);
    }

    private static void move(Arcs arcs, int from, int to) {
        Ints targets = new Ints();
        Ints places = new Ints();
        Ways ways = arcs.now();
        ways.collect(from, targets, places);
        for (int i = 0; i < targets.size(); i++) {
            Measure measure = ways.measure(places.get(i));
            arcs.end(from, targets.get(i), measure);
            arcs.add(to, targets.get(i), measure);
        }
    }
}
