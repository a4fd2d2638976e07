package stemma.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up what of an answer was shipped. */
final class Totalling {
    private final Reached reached;
    private final View view;
    private final Shipped shipped;
    private final Set<Integer> apart;
    private final Sums sums;
    private final int[] shipments;
    private final int[] units;
    private final long[] quantities;

    Totalling(Reached reached) {
        this.reached = reached;
        this.view = reached.view();
        this.shipped = view.shipped();
        this.apart = Set.copyOf(reached.rootsApart().values());
        this.shipments = shipped.rows().shipments();
        this.units = shipped.rows().units();
        this.quantities = shipped.rows().quantities();
        this.sums = reached.nodes() instanceof NodeSet.Marked
                ? Sums.ofAll(shipped.consignments().count())
                : Sums.ofFew();
    }

    Totals totals() {
        Map<Integer, List<Span>> inParts = new HashMap<>();
        if (reached.nodes() instanceof NodeSet.Marked(long[] bits)) {
            all(bits);
            if (view.hasParts())
                view.forEachPart(node -> {
                    if (reached.nodes().has(node)) part(node, inParts);
                });
        } else {
            reached.nodes().forEach(node -> {
                if (!view.isOneCell(node)) part(node, inParts);
                else if (!isRootApart(node)) shipped.forEachOf(node, this::add);
            });
        }
        byUnit(inParts);
        return new Totals(shipped, sums);
    }

    /** Of many lots reached, each row is asked whether its lot is one of them. */
    private void all(long[] bits) {
        int[] nodes = shipped.rows().nodes();
        for (int row = 0; row < shipped.limit(); row++) {
            int node = nodes[row];
            boolean isReached = (bits[node >>> 6] & 1L << node) != 0
                    && view.isOneCell(node)
                    && !isRootApart(node);
            if (isReached && shipped.isAlive(row)) add(row);
        }
    }

    /** A root that is not just its cell is looked at by unit, with the cell if that was reached. */
    private boolean isRootApart(int node) {
        return !apart.isEmpty() && apart.contains(node);
    }

    private void part(int cell, Map<Integer, List<Span>> inParts) {
        inParts.computeIfAbsent(view.lotOf(cell), _ -> new ArrayList<>())
                .add(view.labels().span(cell));
    }

    /** Lots of which only some units may be reached are looked at unit by unit. */
    private void byUnit(Map<Integer, List<Span>> inParts) {
        reached.rootsApart().forEach((root, node) -> {
            if (node < 0) return;
            if (view.isOneCell(node) && reached.nodes().has(node)) part(node, inParts);
            inParts.computeIfAbsent(view.lotOf(node), _ -> new ArrayList<>()).add(root);
        });
        inParts.forEach((lot, spans) -> {
            List<Span> joined = Reached.joined(spans);
            shipped.forEachOf(lot, row -> addPart(row, joined));
        });
    }

    private void add(int row) {
        sums.add(shipments[row], units[row], quantities[row]);
    }

    /** Units shipped together are alike: a part of them is that part of their quantity. */
    private void addPart(int row, List<Span> reachedUnits) {
        int first = shipped.rows().firsts()[row];
        int last = first + units[row] - 1;
        long part = 0;
        for (Span span : reachedUnits)
            part += Math.max(0, Math.min(last, span.last()) - Math.max(first, span.first()) + 1L);
        if (part > 0) sums.add(shipments[row], part, quantities[row] * part / units[row]);
    }
}
