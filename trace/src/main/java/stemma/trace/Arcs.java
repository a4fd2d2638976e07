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
    private final Measures ofBase;
    private final Measures ofTail = new Measures();
    private int count;
    private int version;
    private int live;
    /** Where the arcs stand that were ended since it is watched: below zero in the tail. */
    private final Ints endedSince = new Ints(0);

    private boolean isWatched;

    private Arcs(int base, int[] start, int[] to, Measures ofBase) {
        this.base = base;
        this.start = start;
        this.to = to;
        this.touched = new int[(base >>> 5) + 1];
        this.cut = new int[(base >>> 5) + 1];
        this.live = to.length;
        this.ofBase = ofBase;
    }

    Arcs(Frozen frozen) {
        this(frozen.start().length - 1, frozen.start(), frozen.to(), frozen.measures());
    }

    /** Begins with no arcs over that many nodes of a base. */
    static Arcs none(int base) {
        return new Arcs(base, new int[0], new int[0], Measures.NOTHING);
    }

    void add(int from, int target) {
        add(from, target, Measure.NONE);
    }

    void add(int from, int target, Measure measure) {
        if ((count + 1) * Ways.WIDTH > tail.length) grow();
        int arc = ++count;
        tail[Ways.WIDTH * arc + Ways.TO] = target;
        tail[Ways.WIDTH * arc + Ways.NEXT] = head(from);
        tail[Ways.WIDTH * arc + Ways.FROM] = from;
        ofTail.set(arc, measure);
        lead(from, arc);
        live++;
    }

    /** Ends one arc of those that stand between the two; it is a fault where there is none. */
    void end(int from, int target) {
        end(from, target, Measure.NONE);
    }

    /** Ends one of those of which that is told. */
    void end(int from, int target, Measure measure) {
        if (!endInTail(from, target, measure) && !endInBase(from, target, measure))
            throw new IllegalArgumentException("what is withdrawn was never stated");
        live--;
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
                seen,
                ofBase,
                ofTail.seen());
    }

    /** Remembers, from here on, which arcs are ended; or forgets it. */
    void watch(boolean isToBe) {
        endedSince.clear();
        isWatched = isToBe;
    }

    /**
     * Brings what was written since those ways were taken, and it is watched, onto arcs that have
     * what stood then under new numbers; returns how much that is.
     */
    int bring(Ways since, Renaming renaming, Arcs onto) {
        for (int arc = since.limit() + 1; arc <= count; arc++) {
            if (tail[Ways.WIDTH * arc + Ways.ENDED] == 0)
                onto.add(
                        renaming.of(tail[Ways.WIDTH * arc + Ways.FROM]),
                        renaming.of(tail[Ways.WIDTH * arc + Ways.TO]),
                        ofTail.get(arc));
        }
        for (int i = 0; i < endedSince.size(); i++) {
            int at = endedSince.get(i);
            if (at >= 0) {
                onto.end(renaming.of(from(at)), renaming.of(to[at]), ofBase.get(at));
            } else if (~at <= since.limit()) {
                int from = renaming.of(tail[Ways.WIDTH * ~at + Ways.FROM]);
                int target = renaming.of(tail[Ways.WIDTH * ~at + Ways.TO]);
                onto.end(from, target, ofTail.get(~at));
            }
        }
        return count - since.limit() + endedSince.size();
    }

    /** Returns the node of the base among whose arcs that one stands. */
    private int from(int at) {
        int low = 0;
        int high = base;
        while (low + 1 < high) {
            int middle = low + high >>> 1;
            if (start[middle] <= at) low = middle;
            else high = middle;
        }
        return low;
    }

    private int head(int node) {
        if (node < base) return heads.get(node, 0);
        return node - base < fresh.length ? fresh[node - base] : 0;
    }

    /** Touches where the arcs of a node begin. */
    int meet(int node) {
        return node < base ? touched[node >>> 5] : head(node);
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

    /** Readers who hold the old tail must meet no head that leads behind it. */
    private void grow() {
        tail = Arrays.copyOf(tail, tail.length * 2);
        heads.part();
        fresh = fresh.clone();
    }

    private boolean endInTail(int from, int target, Measure measure) {
        for (int arc = head(from); arc != 0; arc = tail[Ways.WIDTH * arc + Ways.NEXT]) {
            boolean isIt = tail[Ways.WIDTH * arc + Ways.TO] == target
                    && tail[Ways.WIDTH * arc + Ways.ENDED] == 0
                    && ofTail.is(arc, measure);
            if (!isIt) continue;
            Ways.CELL.setOpaque(tail, Ways.WIDTH * arc + Ways.ENDED, version + 1);
            if (isWatched) endedSince.add(~arc);
            return true;
        }
        return false;
    }

    private boolean endInBase(int from, int target, Measure measure) {
        if (from >= base || to.length == 0) return false;
        int at = Arrays.binarySearch(to, start[from], start[from + 1], target);
        if (at < 0) return false;
        while (at > start[from] && to[at - 1] == target) at--;
        for (; at < start[from + 1] && to[at] == target; at++) {
            if (dead.get(at, 0) != 0 || !ofBase.is(at, measure)) continue;
            endAt(from, at);
            return true;
        }
        return false;
    }

    private void endAt(int from, int at) {
        dead.put(at, version + 1);
        if (isWatched) endedSince.add(at);
        cut[from >>> 5] |= 1 << from;
        touched[from >>> 5] |= 1 << from;
    }

    void save(Parts parts) {
        Ints late = new Ints();
        Ints places = new Ints();
        for (int arc = 1; arc <= count; arc++) {
            if (tail[Ways.WIDTH * arc + Ways.ENDED] != 0) continue;
            late.add(tail[Ways.WIDTH * arc + Ways.FROM]);
            late.add(tail[Ways.WIDTH * arc + Ways.TO]);
            places.add(~arc);
        }
        Ints ended = new Ints();
        dead.forEach((at, _) -> ended.add(at));
        parts.numbers(base);
        parts.fixed(start, start.length);
        parts.fixed(to, to.length);
        ofBase.save(parts);
        parts.copied(late);
        Measures.gathered(ofBase, ofTail, places.toArray()).save(parts);
        parts.copied(ended);
    }

    static Arcs load(Parts parts) {
        int base = parts.ints()[0];
        int[] start = parts.ints();
        int[] to = parts.ints();
        Arcs arcs = new Arcs(base, start, to, Measures.load(parts));
        int[] late = parts.ints();
        Measures measures = Measures.load(parts);
        for (int i = 0; i < late.length; i += 2)
            arcs.add(late[i], late[i + 1], measures.get(i / 2));
        for (int at : parts.ints()) arcs.endAt(arcs.from(at), at);
        arcs.live -= arcs.dead.size();
        return arcs;
    }

    /** Returns the bytes of what is told of arcs. */
    long measureBytes() {
        return ofBase.bytes() + ofTail.bytes();
    }

    long frozenBytes() {
        return 4L * start.length + 4L * to.length + 8L * touched.length;
    }

    long tailBytes() {
        return dead.bytes() + heads.bytes() + 4L * fresh.length + 4L * tail.length;
    }
}
