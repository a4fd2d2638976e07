package stemma.genealogy;

/** A lot by its inner key, and consecutive ordinals of it; both ends are in it. */
public record Span(long lot, int first, int last) implements Comparable<Span> {
    public Span {
        if (last < first) throw new IllegalArgumentException("a span holds at least one unit");
    }

    public boolean overlaps(Span other) {
        return lot == other.lot && first <= other.last && other.first <= last;
    }

    public boolean holds(Span other) {
        return lot == other.lot && first <= other.first && other.last <= last;
    }

    @Override
    public int compareTo(Span other) {
        int byLot = Long.compare(lot, other.lot);
        if (byLot != 0) return byLot;
        int byFirst = Integer.compare(first, other.first);
        return byFirst != 0 ? byFirst : Integer.compare(last, other.last);
    }
}
