package stemma.trace;

/**
 * What was shipped, as a reader sees it: rows of units of a lot in a shipment, as they came, so
 * that whoever adds up many meets shipments in their order. The nodes of lots that have any in the
 * base are marked, and by rank their rows are found. Later rows are chained by lot, from newer to
 * older, behind the base.
 */
record Shipped(
        Rows rows,
        int base,
        long[] marks,
        int[] ranks,
        int[] starts,
        int[] heads,
        int limit,
        int[] ended,
        int version,
        Consignments.Seen consignments) {

    /**
     * Row by row: which units of which lot, in which shipment, how much. In the base {@code next}
     * has the rows in the order of their lots, behind it the next older row of the lot.
     */
    record Rows(
            int[] nodes,
            int[] firsts,
            int[] units,
            int[] shipments,
            long[] quantities,
            int[] next) {

        void save(Parts parts, int count) {
            parts.fixed(nodes, count);
            parts.fixed(firsts, count);
            parts.fixed(units, count);
            parts.fixed(shipments, count);
            parts.fixed(quantities, count);
        }

        static Rows load(Parts parts) {
            int[] nodes = parts.ints();
            int[] firsts = parts.ints();
            int[] units = parts.ints();
            int[] shipments = parts.ints();
            return new Rows(nodes, firsts, units, shipments, parts.longs(), new int[nodes.length]);
        }
    }

    /** Takes a row. */
    interface Row {
        void of(int row);
    }

    /** Tells of the rows of the lot of that node. */
    void forEachOf(int node, Row told) {
        int word = node >>> 6;
        if (word < marks.length && (marks[word] & 1L << node) != 0) {
            int group = ranks[word] + Long.bitCount(marks[word] & (1L << node) - 1);
            group(group, told);
        }
        if (limit > base) later(node, told);
    }

    /** Tells of the rows of the base of that lot, by its rank. */
    void group(int group, Row told) {
        for (int at = starts[group]; at < starts[group + 1]; at++)
            if (isAlive(rows.next[at])) told.of(rows.next[at]);
    }

    private void later(int node, Row told) {
        int row = IntMap.get(heads, node, 0);
        while (row > limit) row = rows.next[row - 1];
        for (; row != 0; row = rows.next[row - 1]) if (isAlive(row - 1)) told.of(row - 1);
    }

    /** Returns the last unit of the row. */
    int last(int row) {
        return rows.firsts[row] + rows.units[row] - 1;
    }

    boolean isAlive(int row) {
        if (version == 0) return true;
        int end = IntMap.get(ended, row, 0);
        return end == 0 || end > version;
    }
}
