package stemma.journal;

import stemma.journal.store.Gap;
import stemma.journal.store.LeafOrder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers below the greatest sealed one that have not come. Each belongs to a transaction that
 * still runs, or to one that failed; the difference shows once all of that time have ended.
 */
final class Gaps {
    private final TreeMap<Long, Gap> open = new TreeMap<>();
    private final List<Gap> fresh = new ArrayList<>();
    private boolean changed;
    private long lastSeq;

    Gaps(List<Gap> open, long lastSeq) {
        for (Gap gap : open) this.open.put(gap.first(), gap);
        this.lastSeq = lastSeq;
    }

    /** Takes the next number in ascending order; returns whether it came in order. */
    LeafOrder take(long seq) {
        if (seq < lastSeq) {
            fill(seq);
            return LeafOrder.LATE;
        }
        if (seq > lastSeq + 1) {
            fresh.add(new Gap(lastSeq + 1, seq - 1, 0));
            changed = true;
        }
        lastSeq = seq;
        return LeafOrder.ASCENDING;
    }

    private void fill(long seq) {
        Map.Entry<Long, Gap> entry = open.floorEntry(seq);
        if (entry == null || entry.getValue().last() < seq) return;
        Gap gap = entry.getValue();
        open.remove(gap.first());
        if (gap.first() < seq) open.put(gap.first(), new Gap(gap.first(), seq - 1, gap.noted()));
        if (gap.last() > seq) open.put(seq + 1, new Gap(seq + 1, gap.last(), gap.noted()));
        changed = true;
    }

    /** Forgets the gaps that nobody can fill: noted before the oldest running transaction. */
    void forget(long oldestRunning) {
        changed |= open.values().removeIf(gap -> gap.noted() < oldestRunning);
    }

    boolean changed() {
        return changed;
    }

    long lastSeq() {
        return lastSeq;
    }

    /** Returns the gaps that stay, the new ones noted under the sealer's own transaction. */
    List<Gap> open(long me) {
        List<Gap> all = new ArrayList<>(open.values());
        for (Gap gap : fresh) all.add(new Gap(gap.first(), gap.last(), me));
        all.sort(Comparator.comparingLong(Gap::first));
        return all;
    }
}
