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
    private final Measures measures;
    private final Slots slots;
    private final int[] slotOf;
    private final Births births;
    private final double[] least;
    private final double[] likely;
    private final double[] most;
    private final double[] left;

    Straight(
            View view,
            Slots slots,
            Births births,
            double[] least,
            double[] likely,
            double[] most,
            double[] left) {
        this.view = view;
        this.forward = view.forward();
        this.backward = view.backward();
        this.labels = view.labels();
        this.measures = forward.ofBase();
        this.slots = slots;
        this.slotOf = slots.table();
        this.births = births;
        this.least = least;
        this.likely = likely;
        this.most = most;
        this.left = left;
    }

    /** Hands on what is in a settled node; says no, having done nothing, where it cannot. */
    boolean handOn(int slot) {
        int node = slots.node(slot);
        if (!forward.isPlain(node)) return false;
        int kind = labels.kind(node);
        if (kind <= Labels.WIDE) return cell(slot, node);
        return (kind == Labels.WHOLE || kind == Labels.SAME) && run(slot, node);
    }

    private boolean cell(int slot, int node) {
        if (!view.isOneCell(node)) return false;
        int begin = forward.start()[node];
        int end = forward.start()[node + 1];
        if (begin == end) {
            left[slot] = likely[slot];
            return true;
        }
        if (slotOf[forward.to()[begin]] - 1 <= slot || !allMakersAreMet(node)) return false;
        double used = 0;
        for (int at = begin; at < end; at++) {
            long quantity = measures.quantity(at);
            if (quantity == Measure.UNKNOWN) return false;
            used += quantity;
        }
        double whole = Math.max(births.met(slot), used);
        if (!births.isAllMet(slot) || whole == 0) return false;
        for (int at = begin; at < end; at++)
            give(slot, slotOf[forward.to()[at]] - 1, measures.quantity(at) / whole);
        left[slot] = likely[slot] * Math.max(0, 1 - used / whole);
        return true;
    }

    private boolean allMakersAreMet(int node) {
        if (!backward.isPlain(node)) return false;
        int end = backward.start()[node + 1];
        for (int at = backward.start()[node]; at < end; at++)
            if (slotOf[backward.to()[at]] == 0) return false;
        return true;
    }

    private boolean run(int slot, int node) {
        int begin = forward.start()[node];
        int end = forward.start()[node + 1];
        if (begin == end || slotOf[forward.to()[begin]] - 1 <= slot) return false;
        double all = 0;
        for (int at = begin; at < end; at++) {
            long weight = measures.weight(at);
            if (weight == Measure.UNKNOWN || labels.kind(forward.to()[at]) == Labels.LEFT)
                return false;
            all += weight;
        }
        if (all == 0) return false;
        for (int at = begin; at < end; at++) {
            int to = slotOf[forward.to()[at]] - 1;
            give(slot, to, measures.weight(at) / all);
            if (labels.isCell(forward.to()[at])) births.yields(to, measures.quantity(at));
        }
        left[slot] = 0;
        return true;
    }

    private void give(int slot, int to, double part) {
        least[to] += least[slot] * part;
        likely[to] += likely[slot] * part;
        most[to] += most[slot] * part;
    }
}
