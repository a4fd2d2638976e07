package stemma.trace;

import java.util.Map;

/** Answers one question on one view, from where its roots were found. */
final class Walk {
    private final View view;
    private final Direction direction;
    private final Cause cause;
    private final Reach reach;
    private NodeSet begun = NodeSet.of(new int[0]);

    Walk(View view, Direction direction, Cause cause, Reach reach) {
        this.view = view;
        this.direction = direction;
        this.cause = cause;
        this.reach = reach;
    }

    /**
     * Where a question begins: cells asked about as a whole, cells of which only some units are,
     * and the spans asked about that cells alone do not make up, each with the node of its lot.
     */
    record Roots(Ints whole, Ints partly, Map<Span, Integer> apart) {}

    Reached from(Roots roots) {
        try {
            begin(roots);
            begun = reach.taken();
            Ways ways = view.ways(direction);
            reach.follow(ways);
            NodeSet direct = null;
            if (reach.hasMetPools()) {
                direct = reach.taken();
                reach.openPools();
                reach.follow(ways);
            }
            if (direction == Direction.BACKWARD && cause == Cause.MATERIAL)
                return withSiblings(roots, direct);
            NodeSet all = reach.taken();
            return reached(all, direct == null ? all : direct, roots);
        } finally {
            reach.clear();
        }
    }

    /** Returns where the walk begins, and nothing of where it goes. */
    NodeSet begun(Roots roots) {
        try {
            reach.throughPools();
            begin(roots);
            return reach.taken();
        } finally {
            reach.clear();
        }
    }

    private void begin(Roots roots) {
        for (int i = 0; i < roots.whole().size(); i++) reach.enter(roots.whole().get(i));
        if (direction == Direction.FORWARD && cause == Cause.MATERIAL) {
            SameMaterial material = new SameMaterial(view, reach, reach::has);
            material.climb(roots.whole());
            material.climb(roots.partly());
        }
        Ints targets = new Ints();
        for (int i = 0; i < roots.partly().size(); i++) {
            view.ways(direction).collect(roots.partly().get(i), targets);
        }
        for (int i = 0; i < targets.size(); i++) reach.enter(targets.get(i));
    }

    /** A sibling of something reached without pools is reached without them. */
    private Reached withSiblings(Roots roots, NodeSet direct) {
        NodeSet reached = reach.taken();
        if (!view.hasPartings()) return reached(reached, direct == null ? reached : direct, roots);
        if (direct == null) {
            new SameMaterial(view, reach, reach::has).siblings(reached, roots.partly());
            NodeSet all = reach.taken();
            return reached(all, all, roots);
        }
        SameMaterial ofDirect = new SameMaterial(view, reach, direct::has);
        ofDirect.siblings(direct, roots.partly());
        NodeSet known = reach.taken().and(node -> direct.has(node) || ofDirect.isTaken(node));
        new SameMaterial(view, reach, reach::has).siblings(reach.taken(), new Ints());
        return reached(reach.taken(), known, roots);
    }

    private Reached reached(NodeSet all, NodeSet direct, Roots roots) {
        return new Reached(view, direction, all, direct, roots, begun);
    }
}
