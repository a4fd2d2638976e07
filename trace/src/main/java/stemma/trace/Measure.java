package stemma.trace;

/**
 * What is told of a link besides that it is there: how much of the lot went along it, in the
 * smallest unit of the lot's item; its weight, a number comparable among all that come out of the
 * same run or flow through the same vessel, by which a share is apportioned; how it is known; and
 * when it was stated, a moment or a position of the caller's of which only the order counts. Each
 * may be {@link #UNKNOWN}.
 */
public record Measure(long quantity, long weight, Evidence evidence, long order) {
    /** Stands for a number that nobody told. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Nothing is told of the link. */
    public static final Measure NONE = new Measure(UNKNOWN, UNKNOWN, Evidence.UNKNOWN, UNKNOWN);

    public Measure {
        if (quantity < 0 && quantity != UNKNOWN || weight < 0 && weight != UNKNOWN)
            throw new IllegalArgumentException("a quantity or a weight is not below zero");
    }

    /** Returns the measure of a link that weighs nothing anybody told. */
    public static Measure of(long quantity, Evidence evidence, long order) {
        return new Measure(quantity, UNKNOWN, evidence, order);
    }

    /** Returns the same with a weight. */
    public Measure weighing(long weight) {
        return new Measure(quantity, weight, evidence, order);
    }

    /**
     * Returns the part of it that falls on the units from {@code begin} to before {@code end}, of
     * so many. The parts add up to the whole.
     */
    Measure part(long begin, long end, long units) {
        if (end - begin == units) return this;
        return new Measure(
                part(quantity, begin, end, units),
                part(weight, begin, end, units),
                evidence,
                order);
    }

    private static long part(long number, long begin, long end, long units) {
        if (number == UNKNOWN) return UNKNOWN;
        return upTo(number, end, units) - upTo(number, begin, units);
    }

    private static long upTo(long number, long units, long of) {
        return number / of * units + number % of * units / of;
    }
}
