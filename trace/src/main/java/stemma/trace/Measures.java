package stemma.trace;

import java.util.Arrays;

/**
 * What is told of links, row by row and column by column. A column is as long as the last row of
 * which it says something, so what nobody tells costs nothing; a row of zeros is one of which
 * nothing is told. One writer writes behind what readers see; they hold the columns as they were.
 */
final class Measures {
    static final Measures NOTHING = new Measures();

    private static final int LARGE = -1;
    private static final long NEVER = Long.MIN_VALUE;

    /** Quantities and weights plus one; what is larger stands in {@code large}. */
    private int[] quantities = new int[0];

    private int[] weights = new int[0];
    /** How far the evidence is from unknown. */
    private byte[] evidences = new byte[0];
    /** Orders with their sign turned, so that unknown is zero. */
    private long[] orders = new long[0];
    /** From twice the row, plus one for a weight, to where the large number stands. */
    private IntMap places = new IntMap();

    private long[] large = new long[0];

    /** Returns it as readers may see it, for as long as they like. */
    Measures seen() {
        if (isEmpty()) return NOTHING;
        Measures seen = new Measures();
        seen.quantities = quantities;
        seen.weights = weights;
        seen.evidences = evidences;
        seen.orders = orders;
        seen.places = places.seen();
        seen.large = large;
        return seen;
    }

    boolean isEmpty() {
        return quantities.length + weights.length + evidences.length + orders.length == 0;
    }

    /** Returns quantities as they lie in memory: each plus one, below that where it is no int. */
    int[] quantities() {
        return quantities;
    }

    int[] weights() {
        return weights;
    }

    long quantity(int row) {
        return number(quantities, row, 2 * row);
    }

    long weight(int row) {
        return number(weights, row, 2 * row + 1);
    }

    Evidence evidence(int row) {
        if (row >= evidences.length) return Evidence.UNKNOWN;
        return EVIDENCES[UNKNOWN - evidences[row]];
    }

    private static final Evidence[] EVIDENCES = Evidence.values();
    private static final int UNKNOWN = Evidence.UNKNOWN.ordinal();

    long order(int row) {
        return row < orders.length ? orders[row] ^ NEVER : Measure.UNKNOWN;
    }

    Measure get(int row) {
        return new Measure(quantity(row), weight(row), evidence(row), order(row));
    }

    /** Says whether that is what is told in the row. */
    boolean is(int row, Measure measure) {
        return quantity(row) == measure.quantity()
                && weight(row) == measure.weight()
                && evidence(row) == measure.evidence()
                && order(row) == measure.order();
    }

    /** Writes a row of which nothing was told before. */
    void set(int row, Measure measure) {
        quantities = put(quantities, row, 2 * row, measure.quantity());
        weights = put(weights, row, 2 * row + 1, measure.weight());
        if (measure.evidence() != Evidence.UNKNOWN) {
            if (row >= evidences.length) evidences = Arrays.copyOf(evidences, longer(row));
            evidences[row] = (byte) (UNKNOWN - measure.evidence().ordinal());
        }
        if (measure.order() != Measure.UNKNOWN) {
            if (row >= orders.length) orders = Arrays.copyOf(orders, longer(row));
            orders[row] = measure.order() ^ NEVER;
        }
    }

    /** Returns rows of these two as they stand in the list: below zero, those of the second. */
    static Measures gathered(Measures base, Measures tail, int[] rows) {
        if (base.isEmpty() && tail.isEmpty()) return NOTHING;
        Measures gathered = new Measures();
        if (base.quantities.length + tail.quantities.length > 0)
            gathered.quantities = new int[rows.length];
        if (base.weights.length + tail.weights.length > 0) gathered.weights = new int[rows.length];
        if (base.evidences.length + tail.evidences.length > 0)
            gathered.evidences = new byte[rows.length];
        if (base.orders.length + tail.orders.length > 0) gathered.orders = new long[rows.length];
        for (int row = 0; row < rows.length; row++)
            gathered.take(row, rows[row] < 0 ? tail : base, Math.max(rows[row], ~rows[row]));
        return gathered;
    }

    private void take(int row, Measures from, int at) {
        if (at < from.quantities.length)
            quantities = put(quantities, row, 2 * row, from.quantity(at));
        if (at < from.weights.length) weights = put(weights, row, 2 * row + 1, from.weight(at));
        if (at < from.evidences.length) evidences[row] = from.evidences[at];
        if (at < from.orders.length) orders[row] = from.orders[at];
    }

    private long number(int[] column, int row, int place) {
        if (row >= column.length) return Measure.UNKNOWN;
        int value = column[row];
        if (value == 0) return Measure.UNKNOWN;
        return value == LARGE ? large[places.get(place, 0)] : value - 1;
    }

    private int[] put(int[] column, int row, int place, long number) {
        if (number == Measure.UNKNOWN) return column;
        int[] onto = row < column.length ? column : Arrays.copyOf(column, longer(row));
        if (number < Integer.MAX_VALUE) {
            onto[row] = (int) number + 1;
            return onto;
        }
        int at = places.size();
        if (at == large.length) large = Arrays.copyOf(large, Math.max(8, at * 2));
        large[at] = number;
        places.put(place, at);
        onto[row] = LARGE;
        return onto;
    }

    private static int longer(int row) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, row * 9L / 8 + 16);
    }

    void save(Parts parts) {
        parts.fixed(quantities, quantities.length);
        parts.fixed(weights, weights.length);
        parts.fixed(evidences, evidences.length);
        parts.fixed(orders, orders.length);
        places.save(parts);
        parts.fixed(large, places.size());
    }

    static Measures load(Parts parts) {
        Measures loaded = new Measures();
        loaded.quantities = parts.ints();
        loaded.weights = parts.ints();
        loaded.evidences = parts.bytes();
        loaded.orders = parts.longs();
        loaded.places = IntMap.load(parts);
        loaded.large = parts.longs();
        return loaded;
    }

    long bytes() {
        return 4L * quantities.length
                + 4L * weights.length
                + evidences.length
                + 8L * orders.length
                + places.bytes()
                + 8L * large.length;
    }
}
