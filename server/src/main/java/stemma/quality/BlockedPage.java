package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One page of what is not fit: its rows, how many there are in all, and for each way to stand how
 * much waits and since when, whatever else was asked.
 */
public record BlockedPage(
        BlockedQuery query, List<BlockedLine> rows, int total, List<Figure> figures) {
    public BlockedPage {
        rows = List.copyOf(rows);
        figures = List.copyOf(figures);
    }

    /** How much stands so: how many lots, the sums in words, and since when the oldest does. */
    public record Figure(
            BlockedQuery.Standing standing,
            int lots,
            String amount,
            @Nullable BlockedLine oldest) {
        static Figure of(BlockedQuery.Standing standing, List<BlockedLine> lines) {
            return new Figure(
                    standing,
                    (int) lines.stream()
                            .map(line -> line.stock().lot().lot().id())
                            .distinct()
                            .count(),
                    sums(lines),
                    lines.stream().min(Comparator.comparing(BlockedLine::since)).orElse(null));
        }

        /** Returns since when the oldest stands so, or nothing where none does. */
        public @Nullable Instant since() {
            return oldest == null ? null : oldest.since();
        }
    }

    public boolean hasMore() {
        return (long) query.offset() + rows.size() < total;
    }

    private static String sums(List<BlockedLine> lines) {
        Map<String, Quantity> sums = new LinkedHashMap<>();
        for (BlockedLine line : lines) {
            Quantity one = line.stock().quantity();
            sums.merge(one.unit().code(), one, Quantity::plus);
        }
        return sums.values().stream()
                .map(stemma.stock.Handled::shown)
                .collect(Collectors.joining(" + "));
    }
}
