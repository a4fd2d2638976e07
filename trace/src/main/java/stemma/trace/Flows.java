package stemma.trace;

import java.util.Arrays;

/** The units that flowed into vessels and out of them, row by row. */
final class Flows {
    private long[] lots = new long[8];
    private int[] ends = new int[16];
    private final Measures measures;
    private int count;

    Flows() {
        this(new Measures());
    }

    private Flows(Measures measures) {
        this.measures = measures;
    }

    int add(Span span, Measure measure) {
        if (count == lots.length) {
            lots = Arrays.copyOf(lots, count * 2);
            ends = Arrays.copyOf(ends, count * 4);
        }
        lots[count] = span.lot();
        ends[2 * count] = span.first();
        ends[2 * count + 1] = span.last();
        measures.set(count, measure);
        return count++;
    }

    Span get(int row) {
        return new Span(lots[row], ends[2 * row], ends[2 * row + 1]);
    }

    Measure measure(int row) {
        return measures.get(row);
    }

    void save(Parts parts) {
        parts.fixed(lots, count);
        parts.fixed(ends, 2 * count);
        measures.save(parts);
    }

    static Flows load(Parts parts) {
        long[] lots = parts.longs();
        int[] ends = parts.ints();
        Flows loaded = new Flows(Measures.load(parts));
        loaded.count = lots.length;
        if (lots.length == 0) return loaded;
        loaded.lots = lots;
        loaded.ends = ends;
        return loaded;
    }

    long bytes() {
        return 8L * lots.length + 4L * ends.length + measures.bytes();
    }
}
