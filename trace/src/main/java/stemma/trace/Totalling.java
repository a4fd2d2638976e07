package stemma.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up what of an answer was shipped. */
final class Totalling {
    private final Reached reached;
    private final View view;
    private final Shipped shipped;
    private final Sums sums;
    private final int[] shipments;
    private final int[] units;
    private final long[] quantities;

    Totalling(Reached reached) {
        this.reached = reached;
        this.view = reached.view();
        this.shipped = view.shipped();
        this.shipments = shipped.rows().shipments();
        this.units = shipped.rows().units();
        this.quantities = shipped.rows().quantities();
        this.sums = reached.nodes() instanceof NodeSet.Marked
                ? Sums.ofAll(shipped.shipments())
                : Sums.ofFew();
    }

    Totals totals() {
        boolean isWhole = !view.hasParts() && reached.rootsApart().isEmpty();
        if (isWhole && reached.nodes() instanceof NodeSet.Marked(long[] bits)) all(bits);
        else if (isWhole) reached.nodes().forEach(node -> shipped.forEachOf(node, this::add));
        else byLot();
        return new Totals(shipped, sums);
    }

    /** Of all lots reached, those that were shipped are found sixty-four at a time. */
    private void all(long[] bits) {
        long[] marks = shipped.marks();
        for (int word = 0; word < Math.min(bits.length, marks.length); word++) {
            for (long left = marks[word] & bits[word]; left != 0; left &= left - 1) {
                long below = Long.lowestOneBit(left) - 1;
                int group = shipped.ranks()[word] + Long.bitCount(marks[word] & below);
                int end = shipped.starts()[group + 1];
                for (int row = shipped.starts()[group]; row < end; row++)
                    if (shipped.isAlive(row)) add(row);
            }
        }
        for (int row = shipped.base(); row < shipped.limit(); row++) {
            int node = shipped.rows().nodes()[row];
            if ((bits[node >>> 6] & 1L << node) != 0 && shipped.isAlive(row)) add(row);
        }
    }

    /** Lots of which only some units may be reached are looked at unit by unit. */
    private void byLot() {
        Map<Integer, List<Span>> inParts = new HashMap<>();
        reached.forEachCell(node -> {
            int lot = view.lotOf(node);
            if (lot == node && view.isOneCell(node) && reached.rootsApart().isEmpty())
                shipped.forEachOf(node, this::add);
            else
                inParts.computeIfAbsent(lot, _ -> new ArrayList<>())
                        .add(view.labels().span(node));
        });
        reached.rootsApart().forEach((root, node) -> {
            if (node >= 0)
                inParts.computeIfAbsent(view.lotOf(node), _ -> new ArrayList<>())
                        .add(root);
        });
        inParts.forEach((lot, spans) -> {
            List<Span> units = Reached.joined(spans);
            shipped.forEachOf(lot, row -> addPart(row, units));
        });
    }

    private void add(int row) {
        sums.add(shipments[row], 1, units[row], quantities[row]);
    }

    /** Units shipped together are alike: a part of them is that part of their quantity. */
    private void addPart(int row, List<Span> reachedUnits) {
        int first = shipped.rows().firsts()[row];
        int last = first + units[row] - 1;
        long part = 0;
        for (Span span : reachedUnits)
            part += Math.max(0, Math.min(last, span.last()) - Math.max(first, span.first()) + 1L);
        if (part > 0) sums.add(shipments[row], 1, part, quantities[row] * part / units[row]);
    }
}
