package stemma.stock;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the units of one serial block are: ranges of ordinals that do not overlap. A unit that
 * stands in no range is not known to be anywhere.
 */
final class UnitRanges {
    private final LotId block;
    private final TreeMap<Integer, Range> ranges = new TreeMap<>();

    /** Consecutive units that stand at one place. */
    record Range(int first, int last, Place place) {}

    UnitRanges(LotId block) {
        this.block = block;
    }

    UnitRanges copy() {
        UnitRanges copy = new UnitRanges(block);
        copy.ranges.putAll(ranges);
        return copy;
    }

    void add(int first, int last, Place place) {
        ranges.put(first, new Range(first, last, place));
    }

    /** Puts units at a place, wherever they were. */
    void put(Portion units, Place place) {
        cut(units.first().ordinal());
        cut(units.last() + 1);
        ranges.subMap(units.first().ordinal(), true, units.last(), true).clear();
        add(units.first().ordinal(), units.last(), place);
    }

    /** Puts at a place those of the units that stand at another. */
    void putThere(Portion units, Place from, Place to) {
        for (Range range : of(units)) {
            if (range.place().equals(from)) put(portion(range), to);
        }
    }

    private void cut(int at) {
        Map.Entry<Integer, Range> below = ranges.lowerEntry(at);
        if (below == null || below.getValue().last() < at) return;
        Range range = below.getValue();
        add(range.first(), at - 1, range.place());
        add(at, range.last(), range.place());
    }

    /** Returns where the units stand, piece by piece in order; units nowhere are left out. */
    List<Range> of(Portion units) {
        List<Range> found = new ArrayList<>();
        Integer start = ranges.floorKey(units.first().ordinal());
        for (Range range : ranges.tailMap(start == null ? units.first().ordinal() : start, true)
                .values()) {
            if (range.first() > units.last()) break;
            if (range.last() < units.first().ordinal()) continue;
            found.add(new Range(
                    Math.max(range.first(), units.first().ordinal()),
                    Math.min(range.last(), units.last()),
                    range.place()));
        }
        return found;
    }

    /** Returns how many of the units stand at the place. */
    int countAt(Portion units, Place place) {
        return of(units).stream()
                .filter(r -> r.place().equals(place))
                .mapToInt(r -> r.last() - r.first() + 1)
                .sum();
    }

    Portion portion(Range range) {
        return new Portion(
                new LotId(block.birth(), range.first()), range.last() - range.first() + 1);
    }
}
