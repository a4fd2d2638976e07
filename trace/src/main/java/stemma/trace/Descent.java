package stemma.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Goes once more over what a question reached, to say how: by which path, in which generation.
 * Steps within a lot, to its parts and to where the links of a whole hang, count for nothing.
 */
final class Descent {
    private static final int SURE = Evidence.SCANNED.ordinal();

    private final View view;
    private final Labels labels;
    private final Direction direction;
    private final NodeSet all;
    private final Kinship kinship;
    private final Ints targets = new Ints();
    private final Ints places = new Ints();
    private final IntMap cameFrom = new IntMap();
    private final IntMap steps = new IntMap();
    /** From anchors to the cells whose links hang there. */
    private final IntMap cut = new IntMap();

    private final Deque<Integer> waiting = new ArrayDeque<>();
    private int weakest;
    private int nextWeakest;

    Descent(View view, Direction direction, NodeSet all) {
        this.view = view;
        this.labels = view.labels();
        this.direction = direction;
        this.all = all;
        this.kinship = new Kinship(view);
    }

    /**
     * Returns the path from where the question began to one of the nodes wanted, none where only
     * siblings lead there. Links are let in by their strength, so there are at most as many
     * searches as kinds of evidence.
     */
    static Optional<Path> path(
            View view, Direction direction, NodeSet all, int[] begun, IntPredicate wanted) {
        int weakest = view.forward().isMeasured() ? SURE : Evidence.UNKNOWN.ordinal();
        while (weakest <= Evidence.UNKNOWN.ordinal()) {
            Descent descent = new Descent(view, direction, all);
            descent.weakest = weakest;
            int found = descent.search(begun, wanted, Count.LINKS);
            if (found >= 0) return Optional.of(descent.told(found));
            weakest = descent.nextWeakest;
        }
        return Optional.empty();
    }

    /** Tells in which generation each cell was reached first. */
    void generations(int[] begun, Reached.Generation told) {
        weakest = Evidence.UNKNOWN.ordinal();
        var unused = search(begun, _ -> false, Count.LOTS);
        steps.forEach((node, generation) -> {
            if (labels.isCell(node) && all.has(node)) told.of(labels.span(node), generation);
        });
    }

    /** What is counted on the way. */
    private enum Count {
        LINKS,
        LOTS
    }

    /** Returns the node wanted that is fewest steps away, -1 where there is none. */
    private int search(int[] begun, IntPredicate wanted, Count count) {
        nextWeakest = Evidence.UNKNOWN.ordinal() + 1;
        for (int node : begun) reach(node, node, 0);
        IntMap done = new IntMap();
        while (!waiting.isEmpty()) {
            int node = waiting.removeFirst();
            if (done.get(node, 0) != 0) continue;
            done.put(node, 1);
            if (wanted.test(node)) return node;
            follow(node, count);
        }
        return -1;
    }

    private void follow(int node, Count count) {
        targets.clear();
        places.clear();
        view.ways(direction).collect(node, targets, places);
        for (int i = 0; i < targets.size(); i++) {
            int target = targets.get(i);
            if (!all.has(target)) continue;
            boolean isWithin = isOfLot(node) && isOfLot(target);
            int strength = isWithin ? SURE : strength(node, target, places.get(i));
            if (strength > weakest) {
                nextWeakest = Math.min(nextWeakest, strength);
                continue;
            }
            if (isWithin) noteCut(node, target);
            boolean isStep = !isWithin && (count == Count.LINKS || labels.isCell(target));
            reach(target, node, steps.get(node, 0) + (isStep ? 1 : 0));
        }
    }

    private void reach(int node, int from, int atSteps) {
        int known = steps.get(node, Integer.MAX_VALUE);
        if (known <= atSteps) return;
        boolean isWithin = steps.get(from, 0) == atSteps;
        steps.put(node, atSteps);
        cameFrom.put(node, from);
        if (isWithin && from != node) waiting.addFirst(node);
        else waiting.addLast(node);
    }

    private boolean isOfLot(int node) {
        return labels.isCell(node) || labels.kind(node) == Labels.ANCHOR;
    }

    private void noteCut(int node, int anchor) {
        if (labels.kind(anchor) != Labels.ANCHOR) return;
        int below = labels.isCell(node) ? node : cut.get(node, -1);
        boolean isItsOwn = labels.isCell(node) && kinship.any(node) == anchor;
        cut.put(anchor, isItsOwn ? node : view.whole(below));
    }

    /** Returns how a link is known; where it was told more than once, the strongest counts. */
    private int strength(int node, int target, int place) {
        if (labels.kind(target) == Labels.LEFT || labels.kind(node) == Labels.LEFT)
            return Evidence.ASSUMED.ordinal();
        if (direction == Direction.FORWARD)
            return view.forward().evidence(place).ordinal();
        int from = labels.isCell(target) ? kinship.any(target) : target;
        int to = labels.kind(node) == Labels.ANCHOR ? cut.get(node, node) : node;
        int[] strongest = {Evidence.UNKNOWN.ordinal()};
        kinship.between(from, to, (_, at) -> {
            int evidence = view.forward().evidence(at).ordinal();
            strongest[0] = Math.min(strongest[0], evidence);
        });
        return strongest[0];
    }

    /** Of nodes of one lot in a row, the one of the fewest units is told. */
    private Path told(int found) {
        Ints way = new Ints();
        int at = found;
        for (; cameFrom.get(at, at) != at; at = cameFrom.get(at, at)) way.add(at);
        way.add(at);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            if (labels.kind(way.get(i)) == Labels.ANCHOR) continue;
            Node node = Node.of(labels, way.get(i));
            Node before = nodes.isEmpty() ? node : nodes.getLast();
            boolean isOfLotBefore = !nodes.isEmpty()
                    && node.part() == Node.Part.UNITS
                    && before.part() == Node.Part.UNITS
                    && node.key() == before.key();
            if (!isOfLotBefore) nodes.add(node);
            else if (units(node) < units(before)) nodes.set(nodes.size() - 1, node);
        }
        if (direction == Direction.FORWARD) Collections.reverse(nodes);
        boolean isRoot = nodes.size() == 1;
        return new Path(nodes, isRoot ? Evidence.SCANNED : Evidence.values()[weakest]);
    }

    private static int units(Node node) {
        return node.last() - node.first();
    }
}
