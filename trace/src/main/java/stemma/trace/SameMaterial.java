package stemma.trace;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Lots that one material was parted into. The cause may have been in the whole: forward begins with
 * the whole of what is asked about, and backward ends with the siblings of what it has reached,
 * since were they the cause, the lot asked about would have it too.
 */
final class SameMaterial {
    private final View view;
    private final Reach reach;
    private final IntPredicate known;
    private final IntMap runs = new IntMap();
    private final IntMap taken = new IntMap();
    private final Ints cells = new Ints();
    private final Ints targets = new Ints();
    private final Ints further = new Ints();

    /** Takes in what is not yet known, with what follows from it. */
    SameMaterial(View view, Reach reach, IntPredicate known) {
        this.view = view;
        this.reach = reach;
        this.known = known;
    }

    /** Takes in whatever these cells were parted from, and what that was parted from. */
    void climb(Ints from) {
        for (int i = 0; i < from.size(); i++) cells.add(from.get(i));
        for (int i = 0; i < cells.size(); i++) {
            each(view.backward(), cells.get(i), target -> {
                if (view.labels().kind(target) == Labels.SAME) inputs(target);
                else if (isOfTheLot(target)) take(target);
            });
        }
    }

    private void inputs(int run) {
        if (!isNew(run)) return;
        further.clear();
        view.backward().collect(run, further);
        for (int i = 0; i < further.size(); i++)
            if (view.labels().isCell(further.get(i))) take(further.get(i));
    }

    /** Takes in what the material of these nodes was parted into, and so on from there. */
    void siblings(NodeSet of, Ints partly) {
        of.forEach(this::partings);
        for (int i = 0; i < partly.size(); i++) partings(partly.get(i));
        for (int i = 0; i < cells.size(); i++) {
            each(view.forward(), cells.get(i), target -> {
                if (isOfTheLot(target)) take(target);
            });
            partings(cells.get(i));
        }
    }

    private void partings(int node) {
        if (node < view.parted().base() && view.parted().isPlain(node)) return;
        each(view.parted(), node, run -> {
            if (!isNew(run)) return;
            further.clear();
            view.forward().collect(run, further);
            for (int i = 0; i < further.size(); i++)
                if (view.labels().isCell(further.get(i))) take(further.get(i));
        });
    }

    private boolean isOfTheLot(int node) {
        return view.labels().isCell(node) || view.labels().kind(node) == Labels.ANCHOR;
    }

    private boolean isNew(int run) {
        if (runs.get(run, 0) != 0) return false;
        runs.put(run, 1);
        return true;
    }

    private void take(int node) {
        if (known.test(node) || isTaken(node)) return;
        taken.put(node, 1);
        reach.enter(node);
        cells.add(node);
    }

    /** Says whether it was taken in here, whether or not it had been reached before. */
    boolean isTaken(int node) {
        return taken.get(node, 0) != 0;
    }

    private void each(Ways ways, int node, IntConsumer target) {
        targets.clear();
        ways.collect(node, targets);
        for (int i = 0; i < targets.size(); i++) target.accept(targets.get(i));
    }
}
