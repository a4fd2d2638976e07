package stemma.trace;

import java.util.Arrays;

/** What was shipped, as it is written: rows behind the base, ended where they stand. */
final class Shipments {
    private final Cells cells;
    private final Consignments consignments;
    private int base;
    private long[] marks;
    private int[] ranks;
    private int[] starts;
    private IntMap heads = new IntMap();
    private IntMap ended = new IntMap();
    private Shipped.Rows rows;
    private int count;
    private int version;

    Shipments(Cells cells) {
        this(
                cells,
                new Consignments(),
                new Sorted(room(16), 0, new long[0], new int[0], new int[1]));
    }

    /** Rows as they came, how many, and how those of a lot are found. */
    record Sorted(Shipped.Rows rows, int count, long[] marks, int[] ranks, int[] starts) {}

    private Shipments(Cells cells, Consignments consignments, Sorted sorted) {
        this.cells = cells;
        this.consignments = consignments;
        this.rows = sorted.rows();
        this.base = sorted.count();
        this.count = sorted.count();
        this.marks = sorted.marks();
        this.ranks = sorted.ranks();
        this.starts = sorted.starts();
    }

    void state(Fact.Shipped shipped) {
        int shipment = consignments.number(shipped);
        add(
                cells.of(shipped.lot()),
                shipped.lot().first(),
                shipped.lot().units(),
                shipment,
                shipped.quantity());
    }

    void withdraw(Fact.Shipped shipped) {
        int shipment = consignments.number(shipped);
        int[] found = {-1};
        publish().forEachOf(cells.of(shipped.lot()), row -> {
            boolean isIt = rows.firsts()[row] == shipped.lot().first()
                    && rows.units()[row] == shipped.lot().units()
                    && rows.shipments()[row] == shipment
                    && rows.quantities()[row] == shipped.quantity();
            if (isIt) found[0] = row;
        });
        if (found[0] < 0) throw new IllegalArgumentException("what is withdrawn was never stated");
        ended.put(found[0], version + 1);
    }

    Shipped publish() {
        if (ended.size() > 0) version++;
        return new Shipped(
                rows,
                base,
                marks,
                ranks,
                starts,
                heads.table(),
                count,
                ended.table(),
                version,
                consignments.publish());
    }

    private void add(int node, int first, int units, int shipment, long quantity) {
        if (count == rows.nodes().length) {
            rows = larger(rows, count * 3 / 2 + 16);
            heads.part();
        }
        rows.nodes()[count] = node;
        rows.firsts()[count] = first;
        rows.units()[count] = units;
        rows.shipments()[count] = shipment;
        rows.quantities()[count] = quantity;
        rows.next()[count] = heads.get(node, 0);
        heads.put(node, ++count);
    }

    private static Shipped.Rows room(int size) {
        return new Shipped.Rows(
                new int[size],
                new int[size],
                new int[size],
                new int[size],
                new long[size],
                new int[size]);
    }

    private static Shipped.Rows larger(Shipped.Rows rows, int size) {
        return new Shipped.Rows(
                Arrays.copyOf(rows.nodes(), size),
                Arrays.copyOf(rows.firsts(), size),
                Arrays.copyOf(rows.units(), size),
                Arrays.copyOf(rows.shipments(), size),
                Arrays.copyOf(rows.quantities(), size),
                Arrays.copyOf(rows.next(), size));
    }

    /** Returns the rows that stand, as they came, and how those of a lot are found. */
    static Sorted sorted(Shipped shipped, int[] numbers) {
        int[] start = new int[numbers.length + 1];
        int live = 0;
        for (int row = 0; row < shipped.limit(); row++) if (shipped.isAlive(row)) live++;
        Shipped.Rows rows = room(live + live / 64 + 16);
        int at = 0;
        for (int row = 0; row < shipped.limit(); row++) {
            if (!shipped.isAlive(row)) continue;
            int node = numbers[shipped.rows().nodes()[row]];
            start[node + 1]++;
            rows.nodes()[at] = node;
            rows.firsts()[at] = shipped.rows().firsts()[row];
            rows.units()[at] = shipped.rows().units()[row];
            rows.shipments()[at] = shipped.rows().shipments()[row];
            rows.quantities()[at++] = shipped.rows().quantities()[row];
        }
        long[] marks = new long[(numbers.length >>> 6) + 1];
        int[] ranks = new int[marks.length];
        Ints starts = new Ints();
        for (int node = 0; node < numbers.length; node++) {
            if ((node & 63) == 0) ranks[node >>> 6] = starts.size();
            if (start[node + 1] > 0) {
                marks[node >>> 6] |= 1L << node;
                starts.add(start[node]);
            }
            start[node + 1] += start[node];
        }
        if ((numbers.length & 63) == 0) ranks[numbers.length >>> 6] = starts.size();
        starts.add(live);
        for (int row = 0; row < live; row++) rows.next()[start[rows.nodes()[row]]++] = row;
        return new Sorted(rows, live, marks, ranks, starts.toArray());
    }

    /** Remembers, from here on, which rows are ended; or forgets it. */
    void watch(boolean isToBe) {
        ended.watch(isToBe);
    }

    /**
     * Goes on with the base that was sorted from a view, with what came since and it is watched;
     * returns how much that is.
     */
    int take(Sorted sorted, Shipped since, Renaming renaming) {
        Shipments fresh = new Shipments(cells, consignments, sorted);
        for (int row = since.limit(); row < count; row++) {
            if (ended.get(row, 0) != 0) continue;
            fresh.add(
                    renaming.of(rows.nodes()[row]),
                    rows.firsts()[row],
                    rows.units()[row],
                    rows.shipments()[row],
                    rows.quantities()[row]);
        }
        ended.forEachPut((row, _) -> {
            if (row < since.limit()) fresh.end(this, row, renaming);
        });
        int late = count - since.limit() + ended.timesPut();
        rows = fresh.rows;
        base = fresh.base;
        count = fresh.count;
        marks = fresh.marks;
        ranks = fresh.ranks;
        starts = fresh.starts;
        heads = fresh.heads;
        ended = fresh.ended;
        version = fresh.version;
        return late;
    }

    void save(Parts parts) {
        consignments.save(parts);
        parts.numbers(base, count);
        rows.save(parts, count);
        parts.fixed(rows.next(), base);
        parts.fixed(marks, marks.length);
        parts.fixed(ranks, ranks.length);
        parts.fixed(starts, starts.length);
        Ints gone = new Ints();
        ended.forEach((row, _) -> gone.add(row));
        parts.copied(gone);
    }

    static Shipments load(Parts parts, Cells cells) {
        Consignments consignments = Consignments.load(parts);
        int[] sizes = parts.ints();
        Shipped.Rows rows = Shipped.Rows.load(parts);
        int[] order = parts.ints();
        System.arraycopy(order, 0, rows.next(), 0, order.length);
        Sorted sorted = new Sorted(rows, sizes[0], parts.longs(), parts.ints(), parts.ints());
        Shipments loaded = new Shipments(cells, consignments, sorted);
        for (int row = sizes[0]; row < sizes[1]; row++) {
            rows.next()[row] = loaded.heads.get(rows.nodes()[row], 0);
            loaded.heads.put(rows.nodes()[row], row + 1);
        }
        loaded.count = sizes[1];
        for (int row : parts.ints()) loaded.ended.put(row, 1);
        return loaded;
    }

    private void end(Shipments before, int row, Renaming renaming) {
        int[] found = {-1};
        publish().forEachOf(renaming.of(before.rows.nodes()[row]), own -> {
            boolean isIt = rows.firsts()[own] == before.rows.firsts()[row]
                    && rows.units()[own] == before.rows.units()[row]
                    && rows.shipments()[own] == before.rows.shipments()[row]
                    && rows.quantities()[own] == before.rows.quantities()[row];
            if (isIt) found[0] = own;
        });
        ended.put(found[0], version + 1);
    }

    long bytes() {
        return consignments.bytes()
                + 28L * rows.nodes().length
                + 8L * marks.length
                + 4L * ranks.length
                + 4L * starts.length
                + heads.bytes()
                + ended.bytes();
    }
}
