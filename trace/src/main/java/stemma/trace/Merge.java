package stemma.trace;

/**
 * A new generation: everything that stands in one view becomes a frozen base under new numbers. It
 * is built beside the running index, which is told and asked meanwhile; what came since is brought
 * over by {@link Core#take}, in as many steps as that has.
 */
record Merge(
        View view,
        Renaming renaming,
        int[] loops,
        int pools,
        Nodes nodes,
        Arcs forward,
        Arcs backward,
        Arcs parted,
        IntMap anchors,
        Cells.Kept cells,
        Runs.Kept runs,
        Lasting stated,
        Lasting epochs,
        Shipments.Sorted shipped) {

    /**
     * What stands at one moment: what readers see, the pools, and what the writer keeps by the
     * numbers of nodes. All of it is only added to, or, what is said anew of it, is remembered.
     */
    record Taken(
            View view,
            Ints pools,
            IntMap anchors,
            Cells.Kept cells,
            Runs.Kept runs,
            Lasting stated,
            Lasting epochs) {}

    /** Builds it, without a lock. The pools get the lowest numbers. */
    static Merge of(Taken taken) {
        View view = taken.view();
        Frozen onward = Frozen.of(view.forward(), view.nodes());
        Order.Numbered order = Order.of(onward, view.forward().base(), taken.pools());
        int[] made = inverse(order.numbers());
        Renaming renaming = new Renaming(order.numbers());
        Nodes nodes = nodes(view.labels(), made);
        return new Merge(
                view,
                renaming,
                order.loops(),
                taken.pools().size(),
                nodes,
                new Arcs(onward.renumbered(order.numbers(), made)),
                new Arcs(
                        Frozen.of(view.backward(), view.nodes()).renumbered(order.numbers(), made)),
                parted(view, renaming),
                taken.anchors().renamed(renaming),
                taken.cells().renamed(nodes, renaming),
                taken.runs().renamed(nodes, renaming),
                taken.stated().renamed(renaming),
                taken.epochs().renamed(renaming),
                Shipments.sorted(view.shipped(), order.numbers()));
    }

    private static int[] inverse(int[] numbers) {
        int[] made = new int[numbers.length];
        for (int node = 0; node < numbers.length; node++) made[numbers[node]] = node;
        return made;
    }

    private static Nodes nodes(Labels labels, int[] made) {
        Nodes nodes = new Nodes(made.length + made.length / 64);
        for (int node : made) nodes.add(labels, node);
        return nodes;
    }

    private static Arcs parted(View view, Renaming renaming) {
        Arcs parted = Arcs.none(view.nodes());
        view.parted().forEach((cell, run, _) -> parted.add(renaming.of(cell), renaming.of(run)));
        return parted;
    }
}
