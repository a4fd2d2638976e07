package stemma.quality;

import java.util.List;

/**
 * One page of lots that are to be tested again, how many rows there are in all, and how many lots
 * are due today or overdue, due within a month, and within a year.
 */
public record RetestPage(
        RetestQuery query, List<RetestLine> rows, int total, long due, long month, long year) {
    public RetestPage {
        rows = List.copyOf(rows);
    }

    public boolean hasMore() {
        return (long) query.offset() + rows.size() < total;
    }
}
