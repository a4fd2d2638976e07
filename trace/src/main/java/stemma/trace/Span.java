package stemma.trace;

/** A lot by its key, and consecutive ordinals of its units; both ends are in it. */
public record Span(long lot, int first, int last) implements Comparable<Span> {
    public Span {
        if (first < 0 || last < first)
            throw new IllegalArgumentException(
                    "a span holds at least one unit: " + first + " to " + last);
    }

    /** Returns the span of a lot that is one and has no units of its own. */
    public static Span of(long lot) {
        return new Span(lot, 0, 0);
    }

    /** Returns how many units it holds. */
    public int units() {
        return last - first + 1;
    }

    @Override
    public int compareTo(Span other) {
        int byLot = Long.compare(lot, other.lot);
        if (byLot != 0) return byLot;
        int byFirst = Integer.compare(first, other.first);
        return byFirst != 0 ? byFirst : Integer.compare(last, other.last);
    }
}
