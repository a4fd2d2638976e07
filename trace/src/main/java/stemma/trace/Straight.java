package stemma.trace;

/**
 * Hands on what is in lots of one cell and in runs as {@link Parting} says, where all is told, all
 * of it stands in the base, and everything leads ahead: nearly all of a plant. It reads the arrays
 * as they lie in memory; wherever anything is otherwise it does nothing and says so.
 */
final class Straight {
    private final View view;
    private final Ways forward;
    private final Ways backward;
    private final Labels labels;
    private final int[] quantities;
    private final int[] weights;
    private final int[] start;
    private final int[] to;
    private final boolean isFrozen;
    private final Slots slots;
    private final int[] slotOf;
    private final boolean areNodes;
    private final Births births;
    private final Held held;
    private final double[] likely;
    private final double[] left;
    private final double[] born;

    Straight(View view, Slots slots, Births births, Held held) {
        this.view = view;
        this.forward = view.forward();
        this.backward = view.backward();
        this.labels = view.labels();
        this.quantities = forward.ofBase().quantities();
        this.weights = forward.ofBase().weights();
        this.start = forward.start();
        this.to = forward.to();
        this.isFrozen = forward.isFrozen(view.nodes()) && backward.isFrozen(view.nodes());
        this.slots = slots;
        this.slotOf = slots.table();
        this.areNodes = slots.areNodes();
        this.births = births;
        this.held = held;
        this.likely = held.likely();
        this.left = held.left();
        this.born = held.born();
    }

    /** Hands on what is in a settled node; says no, having done nothing, where it cannot. */
    boolean handOn(int slot) {
        int node = slots.node(slot);
        if (!isFrozen && !forward.isPlain(node)) return false;
        int kind = labels.kind(node);
        if (kind <= Labels.WIDE) return cell(slot, node);
        return (kind == Labels.WHOLE || kind == Labels.SAME) && run(slot, node);
    }

    private boolean cell(int slot, int node) {
        if (!view.isOneCell(node)) return false;
        int begin = start[node];
        int end = start[node + 1];
        if (begin == end) {
            left[slot] = likely[slot];
            return true;
        }
        if (slotOf(to[begin]) <= slot) return false;
        if (!births.isAllMet(slot) || !allMakersAreMet(node)) return false;
        if (end > quantities.length) return false;
        long used = 0;
        for (int at = begin; at < end; at++) {
            if (quantities[at] <= 0) return false;
            used += quantities[at] - 1;
        }
        double whole = Math.max(born[slot], used);
        if (whole == 0) return false;
        if (held.isDoubtful()) {
            for (int at = begin; at < end; at++)
                give(slot, slotOf(to[at]), (quantities[at] - 1) / whole);
        } else {
            double each = likely[slot] / whole;
            for (int at = begin; at < end; at++)
                likely[slotOf(to[at])] += each * (quantities[at] - 1);
        }
        left[slot] = likely[slot] * Math.max(0, 1 - used / whole);
        return true;
    }

    /** One has been met; where there is no other, these are all. */
    private boolean allMakersAreMet(int node) {
        if (!isFrozen && !backward.isPlain(node)) return false;
        int begin = backward.start()[node];
        int end = backward.start()[node + 1];
        if (begin + 1 == end) return true;
        for (int at = begin; at < end; at++) if (slots.of(backward.to()[at]) < 0) return false;
        return true;
    }

    private boolean run(int slot, int node) {
        int begin = start[node];
        int end = start[node + 1];
        if (begin == end || slotOf(to[begin]) <= slot) return false;
        if (end > weights.length) return false;
        long all = 0;
        for (int at = begin; at < end; at++) {
            if (weights[at] <= 0 || labels.kind(to[at]) == Labels.LEFT) return false;
            all += weights[at] - 1;
        }
        if (all == 0) return false;
        for (int at = begin; at < end; at++) {
            int onto = slotOf(to[at]);
            give(slot, onto, (double) (weights[at] - 1) / all);
            if (labels.isCell(to[at])) births.yields(onto, forward.quantity(at));
        }
        left[slot] = 0;
        return true;
    }

    /** All that a node of the answer leads to is in the answer. */
    private int slotOf(int node) {
        return areNodes ? node : slotOf[node] - 1;
    }

    private void give(int slot, int to, double part) {
        held.give(slot, to, part, part, part);
    }
}
