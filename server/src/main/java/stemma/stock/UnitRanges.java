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
public final class UnitRanges {
    private final LotId block;
    private final TreeMap<Integer, Range> ranges = new TreeMap<>();

    /** Consecutive units that stand at one place. */
    public record Range(int first, int last, Place place) {}

    public UnitRanges(LotId block) {
        this.block = block;
    }

    public void add(int first, int last, Place place) {
        ranges.put(first, new Range(first, last, place));
    }

    /** Puts units at a place, wherever they were; returns what takes that back. */
    public Runnable put(Portion units, Place place) {
        List<Range> before = whole(units);
        int from = units.first().ordinal();
        int to = units.last();
        if (!before.isEmpty()) {
            from = Math.min(from, before.getFirst().first());
            to = Math.max(to, before.getLast().last());
        }
        cut(units.first().ordinal());
        cut(units.last() + 1);
        ranges.subMap(units.first().ordinal(), true, units.last(), true).clear();
        add(units.first().ordinal(), units.last(), place);
        int first = from;
        int last = to;
        return () -> {
            ranges.subMap(first, true, last, true).clear();
            before.forEach(range -> ranges.put(range.first(), range));
        };
    }

    /** Puts at a place those of the units that stand at another; returns what takes that back. */
    public Runnable putThere(Portion units, Place from, Place to) {
        List<Runnable> steps = new ArrayList<>();
        for (Range range : of(units)) {
            if (range.place().equals(from)) steps.add(put(portion(range), to));
        }
        return () -> steps.reversed().forEach(Runnable::run);
    }

    /** Returns all ranges, in order. */
    public List<Range> all() {
        return List.copyOf(ranges.values());
    }

    /** Returns the ranges that hold any of the units, whole, in order. */
    private List<Range> whole(Portion units) {
        List<Range> whole = new ArrayList<>();
        Map.Entry<Integer, Range> at = ranges.floorEntry(units.first().ordinal());
        if (at == null || at.getValue().last() < units.first().ordinal())
            at = ranges.higherEntry(units.first().ordinal());
        while (at != null && at.getKey() <= units.last()) {
            whole.add(at.getValue());
            at = ranges.higherEntry(at.getKey());
        }
        return whole;
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
        return whole(units).stream()
                .map(range -> new Range(
                        Math.max(range.first(), units.first().ordinal()),
                        Math.min(range.last(), units.last()),
                        range.place()))
                .toList();
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
