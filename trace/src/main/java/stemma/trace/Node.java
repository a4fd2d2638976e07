package stemma.trace;

/**
 * One node of an answer: units of a lot, or what lies between lots. The key is the caller's, of the
 * lot, the run, the link or the vessel; the ordinals are those of units and else zero.
 */
public record Node(Part part, long key, int first, int last) {

    /** What a node is. */
    public enum Part {
        /** Units of a lot that no link tells apart. */
        UNITS,
        /** Any unit of what is told apart further on: the links of the whole hang here. */
        ANY_UNIT,
        /** All that went into all outputs of a run. */
        RUN,
        /** An input recorded for some outputs of its run; the key is that of the link. */
        SUBRUN,
        /** What a run left in its line. */
        LEFT,
        /** A vessel between certain emptyings. */
        VESSEL,
        /** What a run lost. */
        LOST
    }

    static Node of(Labels labels, int node) {
        long key = labels.name(node);
        return switch (labels.kind(node)) {
            case Labels.WHOLE, Labels.SAME, Labels.POOL -> new Node(Part.RUN, key, 0, 0);
            case Labels.LEFT -> new Node(Part.LEFT, key, 0, 0);
            case Labels.SUB -> new Node(Part.SUBRUN, key, 0, 0);
            case Labels.LOST -> new Node(Part.LOST, key, 0, 0);
            case Labels.EPOCH -> new Node(Part.VESSEL, key, 0, 0);
            case Labels.ANCHOR -> new Node(Part.ANY_UNIT, key, 0, 0);
            default -> new Node(Part.UNITS, key, labels.first(node), labels.last(node));
        };
    }
}
