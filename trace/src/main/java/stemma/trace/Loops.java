package stemma.trace;

/**
 * Nodes in an order in which each stands behind all that leads to it, and those of one loop, which
 * lead to each other, side by side. Tarjan's algorithm, without recursion; each arc is looked at
 * once.
 */
final class Loops {
    private final Next next;
    private final int[] turn;
    private final int[] lowest;
    /** The arcs of the nodes on the way here; those of a node are dropped when it is done. */
    private final Ints arcs = new Ints();

    private final Ints way = new Ints();
    private final Ints begins = new Ints();
    private final Ints places = new Ints();
    private final Ints open = new Ints();
    private final Ints found = new Ints();
    private final Ints ends = new Ints();
    private int turns;

    private Loops(int nodes, Next next) {
        this.next = next;
        this.turn = new int[nodes];
        this.lowest = new int[nodes];
    }

    /** Adds where a node leads to. */
    interface Next {
        void of(int node, Ints into);
    }

    /** Takes where in a row of nodes a loop stands, or one node that is in none. */
    interface Told {
        void of(int[] nodes, int from, int until);
    }

    /** Tells of all loops and single nodes of so many, those that lead to others first. */
    static void forEach(int nodes, Next next, Told told) {
        forEach(0, nodes, next, told);
    }

    /**
     * The same; some of them are in order already. What is searched first comes last: searched from
     * the highest down these keep their order, and what others are beside is found from there.
     */
    static void forEach(int inOrder, int nodes, Next next, Told told) {
        Loops loops = new Loops(nodes, next);
        for (int node = inOrder - 1; node >= 0; node--)
            if (loops.turn[node] == 0) loops.search(node);
        for (int node = inOrder; node < nodes; node++)
            if (loops.turn[node] == 0) loops.search(node);
        int until = loops.found.size();
        int[] all = loops.found.toArray();
        for (int i = loops.ends.size() - 1; i >= 0; i--) {
            int from = i == 0 ? 0 : loops.ends.get(i - 1);
            told.of(all, from, until);
            until = from;
        }
    }

    private void search(int from) {
        enter(from);
        while (!way.isEmpty()) {
            int top = way.size() - 1;
            int node = way.get(top);
            int place = places.get(top);
            if (place < arcs.size()) {
                places.set(top, place + 1);
                int to = arcs.get(place);
                if (turn[to] == 0) enter(to);
                else if (turn[to] > 0) lowest[node] = Math.min(lowest[node], turn[to]);
                continue;
            }
            arcs.cutTo(begins.get(top));
            way.cutTo(top);
            begins.cutTo(top);
            places.cutTo(top);
            if (top > 0) {
                int before = way.get(top - 1);
                lowest[before] = Math.min(lowest[before], lowest[node]);
            }
            if (lowest[node] == turn[node]) close(node);
        }
    }

    private void enter(int node) {
        turn[node] = ++turns;
        lowest[node] = turns;
        begins.add(arcs.size());
        places.add(arcs.size());
        next.of(node, arcs);
        open.add(node);
        way.add(node);
    }

    /** All that was opened behind it is of its loop; below zero is what is closed. */
    private void close(int node) {
        int last;
        do {
            last = open.get(open.size() - 1);
            open.cutTo(open.size() - 1);
            turn[last] = -1;
            found.add(last);
        } while (last != node);
        ends.add(found.size());
    }
}
