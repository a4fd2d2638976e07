package stemma.genealogy;

import stemma.genealogy.store.CarriedRow;
import stemma.genealogy.store.FedIntoRow;
import stemma.genealogy.store.FedRow;
import stemma.genealogy.store.FlowRow;
import stemma.genealogy.store.YieldedRow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a search has gathered: the pieces of lots reached, and every link it went along, once each.
 */
final class Web {
    final Map<Long, FedRow> fed = new LinkedHashMap<>();
    final Map<Long, Set<Span>> into = new LinkedHashMap<>();
    final Set<YieldedRow> yielded = new LinkedHashSet<>();
    final Set<CarriedRow> carried = new LinkedHashSet<>();
    final Set<FlowRow> fills = new LinkedHashSet<>();
    final Set<FlowRow> draws = new LinkedHashSet<>();
    final List<Parting> parted = new ArrayList<>();
    private final Map<Long, TreeMap<Integer, Piece>> pieces = new TreeMap<>();
    private final Visited visited = new Visited();
    private int size;

    /** Units of a lot that one generation reached together. */
    record Piece(Span span, int depth, Way way, boolean onlyThroughPools) {}

    /** Runs of the same material by which siblings were reached: their outputs and their inputs. */
    record Parting(List<YieldedRow> parts, List<FedRow> wholes) {}

    /** Takes in what a generation reached, and returns what of it is new. */
    List<Span> reach(Collection<Span> spans, int depth, Way way, boolean onlyThroughPools) {
        List<Span> fresh = visited.add(spans);
        size += fresh.size();
        for (Span span : fresh) {
            pieces.computeIfAbsent(span.lot(), _ -> new TreeMap<>())
                    .put(span.first(), new Piece(span, depth, way, onlyThroughPools));
        }
        return fresh;
    }

    /** Returns how many pieces were reached so far. */
    int size() {
        return size;
    }

    List<Piece> pieces() {
        List<Piece> all = new ArrayList<>();
        pieces.values().forEach(lot -> all.addAll(lot.values()));
        return all;
    }

    /** Returns the pieces that hold units of the span. */
    List<Piece> on(Span span) {
        TreeMap<Integer, Piece> lot = pieces.get(span.lot());
        if (lot == null) return List.of();
        Integer start = lot.floorKey(span.first());
        List<Piece> found = new ArrayList<>();
        for (Piece piece :
                lot.tailMap(start == null ? span.first() : start, true).values()) {
            if (piece.span().first() > span.last()) break;
            if (piece.span().overlaps(span)) found.add(piece);
        }
        return found;
    }

    void follow(Collection<FedRow> rows) {
        rows.forEach(row -> fed.put(row.key(), row));
    }

    void split(Collection<FedIntoRow> rows) {
        rows.forEach(row ->
                into.computeIfAbsent(row.fed(), _ -> new LinkedHashSet<>()).add(row.output()));
    }

    int links() {
        int subruns = into.values().stream().mapToInt(Set::size).sum();
        return fed.size() + subruns + yielded.size() + carried.size() + fills.size() + draws.size();
    }
}
