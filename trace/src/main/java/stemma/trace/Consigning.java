package stemma.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what of an answer was shipped in which shipment, and what of it never was. */
final class Consigning {
    private final Reached reached;
    private final View view;
    private final Shipped shipped;
    private final Reached.Consigned told;

    Consigning(Reached reached, Reached.Consigned told) {
        this.reached = reached;
        this.view = reached.view();
        this.shipped = view.shipped();
        this.told = told;
    }

    void tell() {
        Map<Integer, List<Span>> inParts = new HashMap<>();
        Set<Integer> apart = Set.copyOf(reached.rootsApart().values());
        reached.forEachCell(cell -> {
            Span span = view.labels().span(cell);
            if (view.isOneCell(cell) && !apart.contains(cell)) tell(cell, List.of(span));
            else add(inParts, view.lotOf(cell), span);
        });
        reached.rootsApart().forEach((root, node) -> {
            if (node < 0) told.kept(root.lot(), root.first(), root.last());
            else add(inParts, view.lotOf(node), root);
        });
        inParts.forEach((lot, spans) -> tell(lot, Reached.joined(spans)));
    }

    private static void add(Map<Integer, List<Span>> inParts, int lot, Span span) {
        inParts.computeIfAbsent(lot, _ -> new ArrayList<>()).add(span);
    }

    private void tell(int node, List<Span> spans) {
        Shipped.Rows rows = shipped.rows();
        List<Span> left = new ArrayList<>();
        shipped.forEachOf(node, row -> {
            int first = rows.firsts()[row];
            int last = first + rows.units()[row] - 1;
            for (Span span : spans) {
                if (first > span.last() || last < span.first()) continue;
                Span both = new Span(
                        span.lot(), Math.max(first, span.first()), Math.min(last, span.last()));
                long shipment = shipped.consignments().shipment(rows.shipments()[row]);
                told.shipped(both.lot(), both.first(), both.last(), shipment);
                left.add(both);
            }
        });
        List<Span> kept = left.isEmpty() ? spans : Reached.without(spans, Reached.joined(left));
        for (Span span : kept) told.kept(span.lot(), span.first(), span.last());
    }
}
