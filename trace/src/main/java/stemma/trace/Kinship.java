package stemma.trace;

import java.util.Arrays;

/**
 * Reads what surrounds a cell in a view: which makers it came out of, by which links it goes into
 * makers, whether it is cut. Links of a cell that is cut hang on its anchor.
 */
final class Kinship {
    private final View view;
    private final Labels labels;
    private final Ints nodes = new Ints();
    private final Ints places = new Ints();

    Kinship(View view) {
        this.view = view;
        this.labels = view.labels();
    }

    /** Takes a link: the maker, and where its arc stands. */
    interface Use {
        void of(int maker, int place);
    }

    long units(int cell) {
        return labels.last(cell) - labels.first(cell) + 1L;
    }

    /** Says whether a cell has parts of its own, which then hold what is in it. */
    boolean isCut(int cell) {
        return any(cell) != cell;
    }

    /** Returns where the links of a cell hang: its anchor where it is cut. */
    int any(int cell) {
        if (!view.hasParts()) return cell;
        nodes.clear();
        view.forward().collect(cell, nodes);
        int anchor = cell;
        boolean isCut = false;
        for (int i = 0; i < nodes.size(); i++) {
            if (labels.kind(nodes.get(i)) == Labels.ANCHOR) anchor = nodes.get(i);
            else if (labels.isCell(nodes.get(i))) isCut = true;
        }
        return isCut ? anchor : cell;
    }

    /** Returns the makers that a cell came out of, each once; those of what it is part of not. */
    Ints makers(int cell) {
        int at = any(cell);
        nodes.clear();
        view.backward().collect(at, nodes);
        Ints makers = new Ints(nodes.size());
        for (int i = 0; i < nodes.size(); i++) if (isMaker(nodes.get(i))) makers.add(nodes.get(i));
        return once(makers);
    }

    /** Returns the cells that went into a maker, each once. */
    Ints inputs(int maker) {
        Ints inputs = new Ints();
        view.backward().collect(maker, inputs);
        return once(inputs);
    }

    /**
     * Says whether a draw, which is a link from one filling of a vessel to a cell, may have been of
     * another filling too: then the same is told of a link from there.
     */
    boolean isOfSeveralFillings(int cell, int filling, int place) {
        Measure draw = view.forward().measure(place);
        Ints makers = makers(cell);
        boolean[] isSo = {false};
        for (int i = 0; i < makers.size(); i++) {
            int other = makers.get(i);
            boolean isAnother = other != filling
                    && labels.kind(other) == Labels.EPOCH
                    && labels.name(other) == labels.name(filling);
            if (isAnother)
                between(
                        other,
                        cell,
                        (_, at) -> isSo[0] |= view.forward().measure(at).equals(draw));
        }
        return isSo[0];
    }

    /** Tells of each arc between the two. */
    void between(int from, int to, Use told) {
        Ways ways = view.forward();
        if (ways.isPlain(from)) {
            int begin = ways.start()[from];
            int at = Arrays.binarySearch(ways.to(), begin, ways.start()[from + 1], to);
            if (at < 0) return;
            while (at > begin && ways.to()[at - 1] == to) at--;
            for (; at < ways.start()[from + 1] && ways.to()[at] == to; at++) told.of(to, at);
            return;
        }
        nodes.clear();
        places.clear();
        ways.collect(from, nodes, places);
        for (int i = 0; i < nodes.size(); i++) if (nodes.get(i) == to) told.of(to, places.get(i));
    }

    boolean isMaker(int node) {
        return switch (labels.kind(node)) {
            case Labels.WHOLE, Labels.SAME, Labels.POOL, Labels.EPOCH -> true;
            default -> false;
        };
    }

    /** Returns each of them once, in their order. */
    static Ints once(Ints list) {
        if (list.size() < 2) return list;
        int[] sorted = list.toArray();
        Arrays.sort(sorted);
        Ints once = new Ints(sorted.length);
        for (int i = 0; i < sorted.length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) once.add(sorted[i]);
        return once;
    }
}
