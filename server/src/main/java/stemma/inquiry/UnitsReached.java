package stemma.inquiry;

import stemma.stock.Reservation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which units of which lots an answer reached, to say what else is about any of them. */
final class UnitsReached {
    private final Map<Long, NavigableMap<Integer, Integer>> lastByFirst = new HashMap<>();

    /** Adds units of a lot by its inner key; those of one lot may overlap. */
    void add(long lot, int first, int last) {
        lastByFirst.computeIfAbsent(lot, _ -> new TreeMap<>()).merge(first, last, Math::max);
    }

    /** Returns those that keep any of them. */
    List<Reservation> among(Collection<Reservation> kept) {
        return kept.stream()
                .filter(r ->
                        meets(r.lotKey(), r.lot().first().ordinal(), r.lot().last()))
                .toList();
    }

    private boolean meets(long lot, int first, int last) {
        NavigableMap<Integer, Integer> spans = lastByFirst.get(lot);
        if (spans == null) return false;
        return spans.headMap(last, true).values().stream().anyMatch(end -> end >= first);
    }
}
