package stemma.genealogy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The units reached so far, as intervals per lot that neither overlap nor touch. */
final class Visited {
    private final Map<Long, TreeMap<Integer, Integer>> lots = new HashMap<>();

    /** Takes the spans in, and returns in order, joined, what of them was not yet in it. */
    List<Span> add(Collection<Span> spans) {
        Visited fresh = new Visited();
        for (Span span : spans) {
            for (Span part : missing(span)) fresh.cover(part);
        }
        List<Span> added = fresh.spans();
        added.forEach(this::cover);
        return added;
    }

    /** Returns the parts of the span that are not in it. */
    List<Span> missing(Span span) {
        TreeMap<Integer, Integer> intervals = lots.get(span.lot());
        if (intervals == null) return List.of(span);
        List<Span> missing = new ArrayList<>();
        int next = span.first();
        Integer start = intervals.floorKey(span.first());
        for (var held :
                intervals.tailMap(start == null ? span.first() : start, true).entrySet()) {
            if (held.getKey() > span.last()) break;
            if (held.getKey() > next) missing.add(new Span(span.lot(), next, held.getKey() - 1));
            next = Math.max(next, held.getValue() + 1);
        }
        if (next <= span.last()) missing.add(new Span(span.lot(), next, span.last()));
        return missing;
    }

    /** Returns everything in it, by lot and ordinal. */
    List<Span> spans() {
        List<Span> all = new ArrayList<>();
        new TreeMap<>(lots)
                .forEach((lot, intervals) ->
                        intervals.forEach((first, last) -> all.add(new Span(lot, first, last))));
        return all;
    }

    private void cover(Span span) {
        TreeMap<Integer, Integer> intervals =
                lots.computeIfAbsent(span.lot(), _ -> new TreeMap<>());
        int first = span.first();
        int last = span.last();
        var below = intervals.floorEntry(first);
        if (below != null && below.getValue() >= first - 1) first = below.getKey();
        var next = intervals.ceilingEntry(first);
        while (next != null && next.getKey() <= last + 1) {
            last = Math.max(last, next.getValue());
            intervals.remove(next.getKey());
            next = intervals.ceilingEntry(first);
        }
        intervals.put(first, last);
    }
}
