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
        int version) {
    /** Ints of an arc in the tail: where to, the next older arc, the version that ended it. */
    static final int WIDTH = 3;

    static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);

    /** Says whether the frozen arcs of that node are all there is of it. */
    boolean isPlain(int node) {
        return node < base && (touched[node >>> 5] & 1 << node) == 0;
    }

    /** Says whether the frozen arcs are all there is of any node. */
    boolean isFrozen() {
        return limit == 0 && version == 0;
    }

    /** Adds the targets of a node to the list. */
    void collect(int node, Ints into) {
        if (node < base) {
            if (to.length > 0) collectFrozen(node, into);
            if ((touched[node >>> 5] & 1 << node) == 0) return;
        }
        int at = head(node);
        while (at > limit) at = next(at);
        for (; at != 0; at = next(at)) {
            int ended = (int) CELL.getOpaque(tail, WIDTH * at - 1);
            if (ended == 0 || ended > version) into.add(tail[WIDTH * at - 3]);
        }
    }

    private void collectFrozen(int node, Ints into) {
        int end = start[node + 1];
        boolean isWhole = (cut[node >>> 5] & 1 << node) == 0;
        for (int at = start[node]; at < end; at++) {
            if (isWhole || isAlive(at)) into.add(to[at]);
        }
    }

    /** Says whether that arc of the base had not been ended. */
    boolean isAlive(int at) {
        int ended = IntMap.get(dead, at, 0);
        return ended == 0 || ended > version;
    }

    int head(int node) {
        if (node < base) return IntMap.get(heads, node, 0);
        return node - base < fresh.length ? (int) CELL.getAcquire(fresh, node - base) : 0;
    }

    /** Returns the next older arc of the tail; arcs are counted from one. */
    int next(int arc) {
        return tail[WIDTH * arc - 2];
    }
}
