package stemma.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The cells of lots. Most lots are one cell, which is found by its name; a lot that links name in
 * parts has several side by side, and one whose part gets a history of its own has cells under
 * cells. A cell that a link names never changes its units, so whoever reads while it is cut still
 * reads right.
 */
final class Cells {
    /** Stands for the cell above one that is no part of another, less the node of its lot. */
    private static final int ON_TOP = -3;

    private final Graph graph;
    private final Names lots;
    /** The cells of lots that are not one cell go by numbers that last: here they are pieces. */
    private final Lasting pieces;

    private final Map<Long, Ints> tops = new HashMap<>();
    private final Map<Integer, Ints> parts = new HashMap<>();
    /** From each cell of a lot that is not one cell to the cell above it, or to its lot's node. */
    private final IntMap above;

    private final Set<Integer> bare = new HashSet<>();

    Cells(Graph graph) {
        this(graph, new Kept(new Names(graph.nodes), new IntMap(), new Lasting()));
    }

    private Cells(Graph graph, Kept kept) {
        this.graph = graph;
        this.lots = kept.lots();
        this.above = kept.above();
        this.pieces = kept.pieces();
    }

    /** What of it goes by the numbers of nodes. */
    record Kept(Names lots, IntMap above, Lasting pieces) {

        Kept renamed(Nodes onto, Renaming renaming) {
            IntMap renamed = new IntMap();
            above.forEach((part, cell) -> renamed.put(renaming.of(part), called(cell, renaming)));
            return new Kept(lots.renamed(onto, renaming), renamed, pieces.renamed(renaming));
        }
    }

    /** Returns what stands above a cell as it is called now. */
    private static int called(int above, Renaming renaming) {
        return isLot(above) ? ON_TOP - renaming.of(lot(above)) : renaming.of(above);
    }

    /** Returns what stands now, to be renamed while more is told; from here on it is watched. */
    Kept watched() {
        watch(true);
        return new Kept(lots.seen(), above.seen(), pieces.seen());
    }

    void watch(boolean isToBe) {
        above.watch(isToBe);
    }

    /**
     * Goes on with what was renamed, on the graph that has its new numbers; returns how much it
     * lacked. What was made since bears the number it had.
     */
    int take(Kept renamed, Renaming renaming) {
        int late = 0;
        for (int node = renaming.numbers().length; node < graph.nodes.count(); node++, late++) {
            int lot = above.get(node, ON_TOP - node);
            if (graph.nodes.kind(node) <= Labels.WIDE && lot == ON_TOP - node)
                renamed.lots().add(node);
        }
        lots.take(renamed.lots());
        above.forEachPut(
                (part, cell) -> renamed.above().put(renaming.of(part), called(cell, renaming)));
        above.take(renamed.above());
        return late + above.timesPut() + pieces.take(renamed.pieces(), renaming);
    }

    /** Returns the cells of lots that are not one cell, each with the cell above it. */
    IntMap above() {
        return above;
    }

    /** Adds the cells that together are the span, cut where it begins and ends, to the list. */
    void cover(Span span, Ints into) {
        int cell = standing(span);
        if (isExactly(cell, span)) into.add(cell);
        else coverSideBySide(tops(cell), span, into);
    }

    /**
     * Returns the node that stands for the lot, which is the span where nothing was known of it.
     */
    private int standing(Span span) {
        int known = lots.find(span.lot());
        if (known >= 0) return known;
        int cell = graph.nodes.addCell(span.lot(), span.first(), span.last());
        lots.add(cell);
        return cell;
    }

    /** Takes a cell and what of a measure falls on it. */
    interface Covered {
        void of(int cell, Measure measure);
    }

    /** Covers a span, and parts what is told of it by units, in the order of its cells. */
    void cover(Span span, Measure measure, Covered told) {
        int cell = standing(span);
        if (isExactly(cell, span)) {
            told.of(cell, measure);
            return;
        }
        Ints covered = new Ints(1);
        coverSideBySide(tops(cell), span, covered);
        for (int i = 0; i < covered.size(); i++) {
            long begin = (long) first(covered.get(i)) - span.first();
            long end = last(covered.get(i)) + 1L - span.first();
            told.of(covered.get(i), measure.part(begin, end, span.units()));
        }
    }

    /** Says whether what stands above a cell is the node of its lot. */
    static boolean isLot(int above) {
        return above <= ON_TOP;
    }

    /** Returns the node of the lot that stands above a cell. */
    static int lot(int above) {
        return ON_TOP - above;
    }

    /** Touches where a lot is looked for, and returns a node that may stand for it, or -1. */
    int meet(long lot) {
        return lots.meet(lot);
    }

    /** Returns the node that stands for the lot: the first of its cells, -1 where it has none. */
    int find(long lot) {
        return lots.find(lot);
    }

    /** Returns the node that stands for the lot; cells then hold all of the span, none is cut. */
    int of(Span span) {
        int cell = lots.find(span.lot());
        if (cell >= 0 && first(cell) <= span.first() && span.last() <= last(cell)) return cell;
        int first = span.first();
        int last = span.last();
        Ints side = cell < 0 ? new Ints(0) : tops(cell);
        for (int i = from(side, first); i < side.size() && first(cell(side, i)) <= last; i++) {
            first = Math.min(first, first(cell(side, i)));
            last = Math.max(last, last(cell(side, i)));
        }
        cover(new Span(span.lot(), first, last), new Ints(1));
        return lots.find(span.lot());
    }

    /**
     * Finds the cells on a span without cutting any: those wholly in it, and the smallest of those
     * that it holds some units of.
     */
    void find(Span span, Ints whole, Ints partly) {
        int cell = lots.find(span.lot());
        if (cell < 0) return;
        Ints side = tops.get(span.lot());
        if (side == null) meet(cell, span, whole, partly);
        else meetAll(side, span, whole, partly);
    }

    /** Says whether these cells, none of which overlap, are all units of the span. */
    boolean isWhole(Span span, Ints found, int from) {
        long units = 0;
        for (int i = from; i < found.size(); i++)
            units += last(found.get(i)) - first(found.get(i)) + 1L;
        return units == span.units();
    }

    private boolean isExactly(int cell, Span span) {
        Labels labels = graph.nodes.labels();
        return labels.first(cell) == span.first() && labels.last(cell) == span.last();
    }

    private Ints tops(int first) {
        return tops.computeIfAbsent(graph.nodes.name(first), _ -> {
            Ints side = new Ints();
            side.add(pieces.of(first));
            above.put(first, ON_TOP - first);
            return side;
        });
    }

    private void meetAll(Ints side, Span span, Ints whole, Ints partly) {
        for (int i = from(side, span.first()); i < side.size(); i++) {
            if (first(cell(side, i)) > span.last()) return;
            meet(cell(side, i), span, whole, partly);
        }
    }

    // Bounded by how deep cells lie under cells.
    private void meet(int cell, Span span, Ints whole, Ints partly) {
        if (last(cell) < span.first() || first(cell) > span.last()) return;
        if (isIn(cell, span)) whole.add(cell);
        else if (parts(cell) != null) meetAll(parts(cell), span, whole, partly);
        else partly.add(cell);
    }

    private void coverSideBySide(Ints side, Span span, Ints into) {
        int next = span.first();
        for (int i = from(side, span.first()); i < side.size(); i++) {
            int cell = cell(side, i);
            if (first(cell) > span.last()) break;
            if (first(cell) > next) {
                into.add(gap(side, i++, span.lot(), next, first(cell) - 1));
            }
            next = last(cell) + 1;
            if (isIn(cell, span)) into.add(cell);
            else coverPart(cell, span, into);
        }
        if (next > span.last()) return;
        into.add(gap(side, from(side, next), span.lot(), next, span.last()));
    }

    private int gap(Ints side, int at, long lot, int first, int last) {
        int cell = graph.nodes.addCell(lot, first, last);
        side.insert(at, pieces.of(cell));
        above.put(cell, ON_TOP - lots.find(lot));
        return cell;
    }

    // Bounded by how deep cells lie under cells.
    private void coverPart(int cell, Span span, Ints into) {
        Ints side = parts(cell);
        if (side == null) {
            graph.cut(cell);
            side = new Ints();
            parts.put(pieces.of(cell), side);
            pieces(cell, cell, 0, span);
        }
        for (int i = from(side, span.first()); i < side.size(); i++) {
            int part = cell(side, i);
            if (first(part) > span.last()) return;
            if (last(part) < span.first()) continue;
            if (isIn(part, span)) {
                bare.remove(side.get(i));
                into.add(part);
            } else if (bare.remove(side.get(i))) {
                side.removeAt(i);
                graph.drop(cell, part);
                pieces(cell, part, i, span);
                i--;
            } else {
                coverPart(part, span, into);
            }
        }
    }

    /** Puts what the span cuts a cell or a part of it into under the cell, none with links yet. */
    private void pieces(int cell, int whole, int at, Span span) {
        int first = Math.max(first(whole), span.first());
        int last = Math.min(last(whole), span.last());
        int next = at;
        if (first(whole) < first) piece(cell, next++, first(whole), first - 1);
        piece(cell, next++, first, last);
        if (last < last(whole)) piece(cell, next, last + 1, last(whole));
    }

    private void piece(int cell, int at, int first, int last) {
        int part = graph.nodes.addCell(graph.nodes.name(cell), first, last);
        parts(cell).insert(at, pieces.of(part));
        above.put(part, cell);
        graph.join(cell, part);
        bare.add(pieces.of(part));
    }

    /** Returns where in a row of cells the first stands that ends at the ordinal or after it. */
    private int from(Ints side, int ordinal) {
        int low = 0;
        int high = side.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (last(cell(side, middle)) < ordinal) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private int cell(Ints side, int at) {
        return pieces.node(side.get(at));
    }

    private Ints parts(int cell) {
        int piece = pieces.find(cell);
        return piece < 0 ? null : parts.get(piece);
    }

    private boolean isIn(int cell, Span span) {
        return span.first() <= first(cell) && last(cell) <= span.last();
    }

    private int first(int cell) {
        return graph.nodes.labels().first(cell);
    }

    private int last(int cell) {
        return graph.nodes.labels().last(cell);
    }

    void save(Parts parts) {
        above.save(parts);
        lots.save(parts);
        pieces.save(parts);
        Ints.save(parts, tops);
        Ints.save(parts, this.parts);
        Ints withoutLinks = new Ints();
        bare.forEach(withoutLinks::add);
        parts.copied(withoutLinks);
    }

    static Cells load(Parts parts, Graph graph) {
        IntMap above = IntMap.load(parts);
        Names lots = Names.load(parts, graph.nodes);
        Cells cells = new Cells(graph, new Kept(lots, above, Lasting.load(parts)));
        Ints.load(parts, cells.tops::put);
        Ints.load(parts, (cell, list) -> cells.parts.put((int) cell, list));
        for (int cell : parts.ints()) cells.bare.add(cell);
        return cells;
    }

    long bytes() {
        long bytes = lots.bytes() + above.bytes() + pieces.bytes();
        for (Ints side : tops.values()) bytes += side.bytes() + 64;
        for (Ints side : parts.values()) bytes += side.bytes() + 64;
        return bytes + 48L * bare.size();
    }
}
