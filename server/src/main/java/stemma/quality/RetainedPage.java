package stemma.quality;

import java.util.List;
import java.util.Map;

/** One page of retained samples, how many rows there are in all, and how the time of all stands. */
public record RetainedPage(
        RetainedQuery query,
        List<RetainedLine> rows,
        int total,
        Map<RetainedQuery.Show, Long> figures) {
    public RetainedPage {
        rows = List.copyOf(rows);
        figures = Map.copyOf(figures);
    }

    public boolean hasMore() {
        return (long) query.offset() + rows.size() < total;
    }

    public long figure(RetainedQuery.Show show) {
        return figures.getOrDefault(show, 0L);
    }
}
