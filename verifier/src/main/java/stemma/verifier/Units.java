package stemma.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the units of a block are: ranges of ordinals that do not overlap, each at one place. */
final class Units {
    private final TreeMap<Integer, Range> ranges = new TreeMap<>();

    /** Consecutive units that stand at one place. */
    record Range(int first, int last, String place) {}

    /** Puts units at a place, wherever they were. */
    void put(int first, int last, String place) {
        cut(first);
        cut(last + 1);
        ranges.subMap(first, true, last, true).clear();
        ranges.put(first, new Range(first, last, place));
    }

    /** Puts at a place those of the units that stand at another. */
    void putThere(int first, int last, String from, String to) {
        for (Range range : of(first, last)) {
            if (range.place().equals(from)) put(range.first(), range.last(), to);
        }
    }

    /** Returns where the units stand, piece by piece; those that stand nowhere are left out. */
    List<Range> of(int first, int last) {
        List<Range> found = new ArrayList<>();
        Map.Entry<Integer, Range> at = ranges.floorEntry(first);
        if (at == null || at.getValue().last() < first) at = ranges.higherEntry(first);
        for (; at != null && at.getKey() <= last; at = ranges.higherEntry(at.getKey())) {
            Range range = at.getValue();
            found.add(new Range(
                    Math.max(first, range.first()), Math.min(last, range.last()), range.place()));
        }
        return found;
    }

    /** Forgets where units stand, once that is compared. */
    void remove(int first, int last) {
        cut(first);
        cut(last + 1);
        ranges.subMap(first, true, last, true).clear();
    }

    /** Returns how many units stand anywhere. */
    long count() {
        long count = 0;
        for (Range range : ranges.values()) count += range.last() - range.first() + 1L;
        return count;
    }

    private void cut(int at) {
        Map.Entry<Integer, Range> below = ranges.lowerEntry(at);
        if (below == null || below.getValue().last() < at) return;
        Range range = below.getValue();
        ranges.put(range.first(), new Range(range.first(), at - 1, range.place()));
        ranges.put(at, new Range(at, range.last(), range.place()));
    }
}
