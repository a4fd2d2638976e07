package stemma.trace;

import java.util.Arrays;

/** What events said of runs, row by row, chained by run; runs go by numbers that last. */
final class Statements {
    private static final int WIDTH = 4;

    private final Lasting runs;
    private final Ints heads = new Ints(0);
    private long[] rows = new long[WIDTH];
    private int[] next = new int[1];
    private byte[] clear = new byte[1];
    private int count;

    Statements() {
        this(new Lasting());
    }

    private Statements(Lasting runs) {
        this.runs = runs;
    }

    /** Returns the runs of which anything was ever said. */
    Lasting runs() {
        return runs;
    }

    /** All that is said of a run together; nothing where no statement stands. */
    record Said(long line, long after, Fact.Basis basis, long from, long to) {
        static final Said NOTHING = new Said(
                Fact.Stated.NONE,
                Fact.Stated.NONE,
                Fact.Basis.NONE,
                Long.MAX_VALUE,
                Long.MAX_VALUE);
    }

    void add(int run, Fact.Stated said) {
        if (count == next.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
            next = Arrays.copyOf(next, count * 2);
            clear = Arrays.copyOf(clear, count * 2);
        }
        int row = count++;
        rows[WIDTH * row] = said.line();
        rows[WIDTH * row + 1] = said.after();
        rows[WIDTH * row + 2] = said.from();
        rows[WIDTH * row + 3] = said.to();
        clear[row] = (byte) said.basis().ordinal();
        int number = runs.of(run);
        while (heads.size() <= number) heads.add(0);
        next[row] = heads.get(number);
        heads.set(number, row + 1);
    }

    /** Takes one out that says the same; it is a fault where none does. */
    void remove(int run, Fact.Stated said) {
        int before = 0;
        for (int row = head(run); row != 0; before = row, row = next[row - 1]) {
            if (!says(row - 1, said)) continue;
            if (before == 0) heads.set(runs.find(run), next[row - 1]);
            else next[before - 1] = next[row - 1];
            return;
        }
        throw new IllegalArgumentException("what is withdrawn was never stated");
    }

    Said of(int run) {
        Said all = Said.NOTHING;
        for (int row = head(run); row != 0; row = next[row - 1]) {
            int at = WIDTH * (row - 1);
            all = new Said(
                    Math.min(all.line(), rows[at]),
                    Math.min(all.after(), rows[at + 1]),
                    clear[row - 1] == 0 ? all.basis() : Fact.Basis.CLEAR,
                    Math.min(all.from(), rows[at + 2]),
                    Math.min(all.to(), rows[at + 3]));
        }
        return all;
    }

    private int head(int run) {
        int number = runs.find(run);
        return number < 0 ? 0 : heads.get(number);
    }

    private boolean says(int row, Fact.Stated said) {
        return rows[WIDTH * row] == said.line()
                && rows[WIDTH * row + 1] == said.after()
                && rows[WIDTH * row + 2] == said.from()
                && rows[WIDTH * row + 3] == said.to()
                && clear[row] == said.basis().ordinal();
    }

    void save(Parts parts) {
        runs.save(parts);
        parts.copied(heads);
        parts.fixed(rows, WIDTH * count);
        parts.copied(next);
        parts.fixed(clear, count);
    }

    static Statements load(Parts parts) {
        Statements loaded = new Statements(Lasting.load(parts));
        for (int head : parts.ints()) loaded.heads.add(head);
        long[] rows = parts.longs();
        int[] next = parts.ints();
        byte[] clear = parts.bytes();
        loaded.count = clear.length;
        loaded.rows = Arrays.copyOf(rows, WIDTH * next.length);
        loaded.next = next;
        loaded.clear = Arrays.copyOf(clear, next.length);
        return loaded;
    }

    long bytes() {
        return runs.bytes() + heads.bytes() + 8L * rows.length + 5L * next.length;
    }
}
