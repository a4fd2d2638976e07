package stemma.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the roots of a question of shares enter: by the cells that hold them, and by the units that
 * no link names. A cell of which only some units are a root stands for them.
 */
final class Sources {
    private final Slots slots;
    private final Map<Integer, double[]> whole = new HashMap<>();
    private final Map<Span, Double> apart = new TreeMap<>();
    private double total;

    /** A root, with the cells of the view that hold units of it. */
    record Found(Root root, Ints cells) {}

    Sources(View view, Slots slots, List<Found> roots) {
        this.slots = slots;
        for (Found found : roots) enter(view.labels(), found);
    }

    private void enter(Labels labels, Found found) {
        Span root = found.root().lot();
        double each = (double) found.root().quantity() / root.units();
        total += found.root().quantity();
        int next = root.first();
        for (Span held : Reached.joined(spans(labels, found.cells()))) {
            if (held.first() > next) apart(new Span(root.lot(), next, held.first() - 1), each);
            next = Math.max(next, held.last() + 1);
        }
        if (next <= root.last()) apart(new Span(root.lot(), next, root.last()), each);
        for (int i = 0; i < found.cells().size(); i++) {
            int cell = found.cells().get(i);
            int slot = slots.of(cell);
            long both = Math.min(labels.last(cell), root.last())
                    - Math.max(labels.first(cell), root.first())
                    + 1L;
            double[] of = whole.computeIfAbsent(slot, _ -> new double[2]);
            of[0] += each * both;
            of[1] += both;
        }
    }

    private void apart(Span units, double each) {
        apart.merge(units, each * units.units(), Double::sum);
    }

    private static List<Span> spans(Labels labels, Ints cells) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) spans.add(labels.span(cells.get(i)));
        return spans;
    }

    /** Tells how much the cells of roots are as a whole. */
    void ask(Births births, Labels labels) {
        whole.forEach((slot, of) -> {
            int cell = slots.node(slot);
            long units = labels.last(cell) - labels.first(cell) + 1L;
            births.asked(slot, of[0] * units / of[1]);
        });
    }

    /** Takes a slot and what enters it. */
    interface Source {
        void of(int slot, double quantity);
    }

    void forEach(Source told) {
        whole.forEach((slot, of) -> told.of(slot, of[0]));
    }

    /** Returns the units of roots that no link names, and how much they are. */
    Map<Span, Double> apart() {
        return apart;
    }

    double total() {
        return total;
    }
}
