package stemma.trace;

/**
 * What each node is, as a reader sees it. A cell is units of one lot that no link tells apart; all
 * other nodes stand between lots. A cell of one unit keeps its ordinal in the byte of its kind.
 */
record Labels(byte[] kinds, long[] names, int[] wide, int[] ends) {
    /** A cell whose ordinals stand in {@code ends}; every kind below it is a cell's ordinal. */
    static final int WIDE = 240;
    /** All that went into all outputs of a run. */
    static final int WHOLE = 241;
    /** The same of a run that parts one material. */
    static final int SAME = 242;
    /** The same of stock that nobody keeps apart. */
    static final int POOL = 243;
    /** What a run left in its line. */
    static final int LEFT = 244;
    /** An input recorded for some outputs of its run. */
    static final int SUB = 245;
    /** A vessel between certain emptyings. */
    static final int EPOCH = 246;
    /** What a run lost. */
    static final int LOST = 248;
    /** Any unit of a cell that is cut into smaller ones: its links hang here. */
    static final int ANCHOR = 247;

    int kind(int node) {
        return kinds[node] & 0xff;
    }

    boolean isCell(int node) {
        return kind(node) <= WIDE;
    }

    /** Returns the key of the lot, run or link that the node is of. */
    long name(int node) {
        return names[node];
    }

    int first(int node) {
        int kind = kind(node);
        return kind < WIDE ? kind : ends[IntMap.get(wide, node, 0)];
    }

    int last(int node) {
        int kind = kind(node);
        return kind < WIDE ? kind : ends[IntMap.get(wide, node, 0) + 1];
    }

    Span span(int node) {
        return new Span(names[node], first(node), last(node));
    }
}
