package stemma.trace;

import java.util.Arrays;

/**
 * A new generation: everything that stands in one view becomes a frozen base under new numbers. It
 * is built beside the running index; what was written meanwhile is brought over at the end, under
 * the lock, in as much time as it takes to rename what the writer keeps.
 */
final class Merge {
    private final View view;
    private final int[] numbers;
    private final int[] loops;
    private final Nodes nodes;
    private final Arcs forward;
    private final Arcs backward;
    private final Shipments.Sorted shipped;

    /** Takes a view and the pools in it, which get the lowest numbers. */
    Merge(View view, Ints pools) {
        this.view = view;
        Frozen onward = Frozen.of(view.forward(), view.nodes());
        Order.Numbered order = Order.of(onward, pools);
        this.numbers = order.numbers();
        this.loops = order.loops();
        int[] made = inverse(numbers);
        this.nodes = nodes(view.labels(), made);
        this.shipped = Shipments.sorted(view.shipped(), numbers);
        this.forward = new Arcs(onward.renumbered(numbers, made));
        this.backward =
                new Arcs(Frozen.of(view.backward(), view.nodes()).renumbered(numbers, made));
    }

    /** Returns the core under the new numbers, with what it has got since the view was taken. */
    Core of(Core core) {
        int late = core.graph.nodes.count() - view.nodes();
        Labels labels = core.graph.nodes.labels();
        int[] renamed = Arrays.copyOf(numbers, numbers.length + late);
        for (int node = view.nodes(); node < renamed.length; node++) {
            renamed[node] = node;
            add(nodes, labels, node);
        }
        Graph graph = new Graph(
                nodes,
                core.graph.forward.bring(view.forward(), renamed, forward),
                core.graph.backward.bring(view.backward(), renamed, backward),
                core.graph.parted.bring(Ways.NONE, renamed, Arcs.none(view.nodes())),
                core.graph.anchors.renamed(renamed, renamed));
        Cells cells = core.cells.renumbered(graph, renamed);
        Runs runs = core.runs.renumbered(graph, renamed);
        return new Core(
                loops,
                graph,
                cells,
                runs,
                core.lines.renumbered(runs, renamed),
                core.vessels.renumbered(graph, cells, renamed),
                core.shipments.renumbered(cells, shipped, view.shipped(), renamed));
    }

    private static int[] inverse(int[] numbers) {
        int[] made = new int[numbers.length];
        for (int node = 0; node < numbers.length; node++) made[numbers[node]] = node;
        return made;
    }

    private static Nodes nodes(Labels labels, int[] made) {
        Nodes nodes = new Nodes(made.length + made.length / 64);
        for (int node : made) add(nodes, labels, node);
        return nodes;
    }

    private static void add(Nodes nodes, Labels labels, int node) {
        if (labels.kind(node) != Labels.WIDE) nodes.add(labels.kind(node), labels.name(node));
        else nodes.addCell(labels.name(node), labels.first(node), labels.last(node));
    }
}
