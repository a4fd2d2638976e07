package stemma.trace;

import java.util.Arrays;

/**
 * The arcs of one direction as they are written: added to the tail, ended where they stand. An arc
 * may stand more than once, as often as it was stated; ending it ends it once.
 */
final class Arcs {
    private final int base;
    private final int[] start;
    private final int[] to;
    private final int[] touched;
    private final int[] cut;
    private final IntMap dead = new IntMap();
    private final IntMap heads = new IntMap();
    private int[] fresh = new int[16];
    private int[] tail = new int[16 * Ways.WIDTH];
    private int count;
    private int version;
    private int live;

    /** Begins with frozen arcs: the targets of node n stand from start[n] to start[n + 1]. */
    Arcs(int base, int[] start, int[] to) {
        this.base = base;
        this.start = start;
        this.to = to;
        this.touched = new int[(base >>> 5) + 1];
        this.cut = new int[(base >>> 5) + 1];
        this.live = to.length;
    }

    /** Begins with no arcs over that many nodes of a base. */
    static Arcs none(int base) {
        return new Arcs(base, new int[0], new int[0]);
    }

    void add(int from, int target) {
        if ((count + 1) * Ways.WIDTH > tail.length) tail = Arrays.copyOf(tail, tail.length * 2);
        int arc = ++count;
        tail[Ways.WIDTH * arc - 3] = target;
        tail[Ways.WIDTH * arc - 2] = head(from);
        lead(from, arc);
        live++;
    }

    /** Ends one arc of those that stand between the two; it is a fault where there is none. */
    void end(int from, int target) {
        if (!endInTail(from, target) && !endInBase(from, target))
            throw new IllegalArgumentException("what is withdrawn was never stated");
        live--;
    }

    /** Ends all arcs of a node. */
    void endAll(int from) {
        Ints targets = new Ints();
        now().collect(from, targets);
        for (int i = 0; i < targets.size(); i++) end(from, targets.get(i));
    }

    /** Returns the arcs as they stand for the writer, with what is not yet published. */
    Ways now() {
        return ways(version + 1);
    }

    /** Returns the arcs for readers, with everything written so far. */
    Ways publish() {
        return ways(count == 0 && dead.size() == 0 ? 0 : ++version);
    }

    /** Returns how many arcs stand. */
    int live() {
        return live;
    }

    int inTail() {
        return count + dead.size();
    }

    private Ways ways(int seen) {
        return new Ways(
                base,
                start,
                to,
                touched,
                cut,
                dead.table(),
                heads.table(),
                fresh,
                tail,
                count,
                seen);
    }

    private int head(int node) {
        if (node < base) return heads.get(node, 0);
        return node - base < fresh.length ? fresh[node - base] : 0;
    }

    private void lead(int node, int arc) {
        if (node < base) {
            heads.put(node, arc);
            touched[node >>> 5] |= 1 << node;
            return;
        }
        int at = node - base;
        if (at >= fresh.length) fresh = Arrays.copyOf(fresh, Math.max(at + 1, at * 3 / 2));
        Ways.CELL.setRelease(fresh, at, arc);
    }

    private boolean endInTail(int from, int target) {
        for (int arc = head(from); arc != 0; arc = tail[Ways.WIDTH * arc - 2]) {
            if (tail[Ways.WIDTH * arc - 3] != target || tail[Ways.WIDTH * arc - 1] != 0) continue;
            Ways.CELL.setOpaque(tail, Ways.WIDTH * arc - 1, version + 1);
            return true;
        }
        return false;
    }

    private boolean endInBase(int from, int target) {
        if (from >= base || to.length == 0) return false;
        int at = Arrays.binarySearch(to, start[from], start[from + 1], target);
        if (at < 0) return false;
        while (at > start[from] && to[at - 1] == target) at--;
        while (at < start[from + 1] && to[at] == target && dead.get(at, 0) != 0) at++;
        if (at == start[from + 1] || to[at] != target) return false;
        dead.put(at, version + 1);
        cut[from >>> 5] |= 1 << from;
        touched[from >>> 5] |= 1 << from;
        return true;
    }

    long frozenBytes() {
        return 4L * start.length + 4L * to.length + 8L * touched.length;
    }

    long tailBytes() {
        return dead.bytes() + heads.bytes() + 4L * fresh.length + 4L * tail.length;
    }
}
