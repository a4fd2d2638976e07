package stemma.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what of an answer was shipped in which shipment, and what of it never was: lot by lot, the
 * units of a lot in their order but where shipments overlap.
 */
final class Consigning {
    /** From so many rows of a lot on they are not put in order but written beside its units. */
    private static final int MANY = 64;
    /** Where hardly any units left, to go through all of them costs more than order. */
    private static final int UNITS_A_ROW = 16;

    private final Reached reached;
    private final View view;
    private final Shipped shipped;
    private final Reached.Consigned told;
    /** The rows of one lot, each behind its first unit, so that they sort by that. */
    private long[] rows = new long[16];

    private int count;
    private int first;
    private int last;
    private final UnitColumn column = new UnitColumn();

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
        List<Span> unheardOf = new ArrayList<>();
        reached.rootsApart().forEach((root, node) -> {
            if (node < 0) unheardOf.add(root);
            else add(inParts, view.lotOf(node), root);
        });
        inParts.forEach((lot, spans) -> tell(lot, Reached.joined(spans)));
        Reached.joined(unheardOf).forEach(span -> told.kept(span.lot(), span.first(), span.last()));
    }

    private static void add(Map<Integer, List<Span>> inParts, int lot, Span span) {
        inParts.computeIfAbsent(lot, _ -> new ArrayList<>()).add(span);
    }

    /** Takes spans of one lot, which are in order and do not touch. */
    private void tell(int node, List<Span> spans) {
        measure(node);
        boolean isStrewn = count >= MANY && last - (long) first < (long) UNITS_A_ROW * count;
        if (isStrewn) byUnit(node, spans);
        else inOrder(node, spans);
    }

    private void measure(int node) {
        count = 0;
        first = Integer.MAX_VALUE;
        last = Integer.MIN_VALUE;
        shipped.forEachOf(node, row -> {
            count++;
            first = Math.min(first, shipped.rows().firsts()[row]);
            last = Math.max(last, shipped.last(row));
        });
    }

    private void byUnit(int node, List<Span> spans) {
        column.over(first, last);
        shipped.forEachOf(
                node,
                row -> column.left(
                        shipped.rows().firsts()[row],
                        shipped.last(row),
                        shipped.rows().shipments()[row]));
        for (Span span : spans)
            column.tell(span.first(), span.last(), new UnitColumn.Told() {
                @Override
                public void shipped(int from, int to, int consignment) {
                    told.shipped(
                            span.lot(), from, to, shipped.consignments().shipment(consignment));
                }

                @Override
                public void kept(int from, int to) {
                    told.kept(span.lot(), from, to);
                }
            });
    }

    /** Takes rows and spans side by side. */
    private void inOrder(int node, List<Span> spans) {
        sort(node);
        int at = 0;
        int next = spans.getFirst().first();
        for (int i = 0; i < count; i++) {
            int row = (int) rows[i];
            int first = shipped.rows().firsts()[row];
            int last = shipped.last(row);
            while (at < spans.size() && spans.get(at).last() < first) kept(spans.get(at++), next);
            for (int of = at; of < spans.size() && spans.get(of).first() <= last; of++) {
                Span span = spans.get(of);
                int from = Math.max(first, span.first());
                int to = Math.min(last, span.last());
                int missed = Math.max(next, span.first());
                if (missed < from) told.kept(span.lot(), missed, from - 1);
                told.shipped(span.lot(), from, to, shipment(row));
                next = Math.max(next, to + 1);
            }
        }
        while (at < spans.size()) kept(spans.get(at++), next);
    }

    private void sort(int node) {
        count = 0;
        shipped.forEachOf(node, row -> {
            if (count == rows.length) rows = Arrays.copyOf(rows, 2 * count);
            rows[count++] = (long) shipped.rows().firsts()[row] << 32 | row;
        });
        Arrays.sort(rows, 0, count);
    }

    private long shipment(int row) {
        return shipped.consignments().shipment(shipped.rows().shipments()[row]);
    }

    private void kept(Span span, int next) {
        int first = Math.max(next, span.first());
        if (first <= span.last()) told.kept(span.lot(), first, span.last());
    }
}
