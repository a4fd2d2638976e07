package stemma.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The arcs of one direction as one reader sees them: a frozen base, each node's targets in order,
 * and a tail of linked arcs. The writer goes on adding behind {@code limit}: chains lead from newer
 * arcs to older ones, so a reader passes over what is newer than its view, and what it reads there
 * is complete, because a head is written with release after its arc and read with acquire.
 */
record Ways(
        int base,
        int[] start,
        int[] to,
        int[] touched,
        int[] cut,
        int[] dead,
        int[] heads,
        int[] fresh,
        int[] tail,
        int limit,
        int version,
        Measures ofBase,
        Measures ofTail) {
    /** Ints of an arc in the tail: to, the next older one, the version that ended it, from. */
    static final int WIDTH = 4;

    static final int TO = -4;
    static final int NEXT = -3;
    static final int ENDED = -2;
    static final int FROM = -1;

    static final Ways NONE = new Ways(
            0,
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            0,
            0,
            Measures.NOTHING,
            Measures.NOTHING);

    static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);

    /** Says whether the frozen arcs of that node are all there is of it. */
    boolean isPlain(int node) {
        return node < base && (touched[node >>> 5] & 1 << node) == 0;
    }

    /** Returns bits of sixty-four nodes, of those whose frozen arcs are all there is of them. */
    long plain(int word) {
        int first = word << 6;
        if (first >= base) return 0;
        long inBase = base - first < Long.SIZE ? (1L << base - first) - 1 : -1;
        int at = word << 1;
        long behind = touched[at] & 0xffff_ffffL;
        if (at + 1 < touched.length) behind |= (long) touched[at + 1] << 32;
        return inBase & ~behind;
    }

    /** Says whether the frozen arcs are all there is of any of so many nodes. */
    boolean isFrozen(int nodes) {
        return limit == 0 && version == 0 && nodes <= base;
    }

    /** Touches where it stands where the arcs of a node begin. */
    int meet(int node) {
        if (node < base) return node < start.length ? start[node] : 0;
        return node - base < fresh.length ? fresh[node - base] : 0;
    }

    /** Touches the first arcs of a node. */
    int meetArcs(int node) {
        int at = meet(node);
        if (node < base) return at < to.length ? to[at] : 0;
        return at > 0 && at <= limit ? tail[WIDTH * at + TO] : 0;
    }

    /** Adds the targets of a node to the list. */
    void collect(int node, Ints into) {
        if (node < base) {
            if (to.length > 0) collectFrozen(node, into);
            if ((touched[node >>> 5] & 1 << node) == 0) return;
        }
        for (int at = newest(node); at != 0; at = next(at)) {
            if (isAliveInTail(at)) into.add(tail[WIDTH * at + TO]);
        }
    }

    private void collectFrozen(int node, Ints into) {
        int end = start[node + 1];
        boolean isWhole = (cut[node >>> 5] & 1 << node) == 0;
        for (int at = start[node]; at < end; at++) {
            if (isWhole || isAlive(at)) into.add(to[at]);
        }
    }

    /** Says whether any of the frozen arcs of that node was ended. */
    boolean isCut(int node) {
        return node < base && (cut[node >>> 5] & 1 << node) != 0;
    }

    /** Returns the newest arc of a node in the tail that the view has, zero where there is none. */
    int newest(int node) {
        int at = head(node);
        while (at > limit) at = next(at);
        return at;
    }

    /** Returns the next older arc of the tail; arcs are counted from one. */
    int next(int arc) {
        return tail[WIDTH * arc + NEXT];
    }

    /** Says whether that arc of the base had not been ended. */
    boolean isAlive(int at) {
        int ended = IntMap.get(dead, at, 0);
        return ended == 0 || ended > version;
    }

    boolean isAliveInTail(int arc) {
        int ended = (int) CELL.getOpaque(tail, WIDTH * arc + ENDED);
        return ended == 0 || ended > version;
    }

    /**
     * Adds the targets of a node to the list, and to the other where each arc stands: below zero in
     * the tail.
     */
    void collect(int node, Ints into, Ints places) {
        if (node < base && to.length > 0) {
            boolean isWhole = (cut[node >>> 5] & 1 << node) == 0;
            for (int at = start[node]; at < start[node + 1]; at++) {
                if (!isWhole && !isAlive(at)) continue;
                into.add(to[at]);
                places.add(at);
            }
        }
        if (isPlain(node)) return;
        for (int at = newest(node); at != 0; at = next(at)) {
            if (!isAliveInTail(at)) continue;
            into.add(tail[WIDTH * at + TO]);
            places.add(~at);
        }
    }

    long quantity(int place) {
        return place < 0 ? ofTail.quantity(~place) : ofBase.quantity(place);
    }

    long weight(int place) {
        return place < 0 ? ofTail.weight(~place) : ofBase.weight(place);
    }

    Evidence evidence(int place) {
        return place < 0 ? ofTail.evidence(~place) : ofBase.evidence(place);
    }

    Measure measure(int place) {
        return place < 0 ? ofTail.get(~place) : ofBase.get(place);
    }

    /** Returns what is told of the arcs that stand at these places. */
    Measures measures(int[] places) {
        return Measures.gathered(ofBase, ofTail, places);
    }

    /** Says whether anything is told of any arc. */
    boolean isMeasured() {
        return !ofBase.isEmpty() || !ofTail.isEmpty();
    }

    /** Takes an arc and where it stands. */
    interface Arc {
        void of(int from, int to, int place);
    }

    /** Tells of every arc that stands, those of one node in the order in which they came. */
    void forEach(Arc told) {
        for (int node = 0; node < start.length - 1; node++) {
            boolean isWhole = (cut[node >>> 5] & 1 << node) == 0;
            for (int at = start[node]; at < start[node + 1]; at++)
                if (isWhole || isAlive(at)) told.of(node, to[at], at);
        }
        for (int arc = 1; arc <= limit; arc++)
            if (isAliveInTail(arc)) told.of(tail[WIDTH * arc + FROM], tail[WIDTH * arc + TO], ~arc);
    }

    private int head(int node) {
        if (node < base) return IntMap.get(heads, node, 0);
        return node - base < fresh.length ? (int) CELL.getAcquire(fresh, node - base) : 0;
    }
}
