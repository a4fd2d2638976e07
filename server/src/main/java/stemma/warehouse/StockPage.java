package stemma.warehouse;

import stemma.quantity.Quantity;
import stemma.stock.Handled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One page of the stock: its rows, how many there are in all, and all that the query found summed
 * up by date.
 */
public record StockPage(StockQuery query, List<Row> rows, int total, StockByDate byDate) {
    public StockPage {
        rows = List.copyOf(rows);
    }

    /** What one row names, and the lines that it sums up. */
    public record Row(String name, List<StockLine> lines) {
        public Row {
            lines = List.copyOf(lines);
        }

        public StockLine first() {
            return lines.getFirst();
        }

        public long lots() {
            return lines.stream().map(line -> line.lot().lot().id()).distinct().count();
        }

        /** Returns the sums in words, one for each unit. */
        public String amount() {
            return lines.size() == 1 ? first().amount() : words(lines);
        }

        /** Returns the next expiry among the lines, in words. */
        public String expiry() {
            return lines.stream()
                    .filter(line -> line.daysLeft() != null)
                    .min(java.util.Comparator.comparing(line -> line.daysLeft()))
                    .map(StockLine::expiry)
                    .orElse("");
        }
    }

    public boolean hasMore() {
        return query.offset() + rows.size() < total;
    }

    /** Returns the sums of lines in words, one for each unit. */
    static String words(List<StockLine> lines) {
        Map<String, Quantity> sums = new LinkedHashMap<>();
        for (StockLine line : lines) {
            sums.merge(line.quantity().unit().code(), line.quantity(), Quantity::plus);
            if (line.catchWeight() != null)
                sums.merge(
                        "weighing " + line.catchWeight().unit(),
                        line.catchWeight(),
                        Quantity::plus);
        }
        return sums.entrySet().stream()
                .map(sum -> (sum.getKey().startsWith("weighing") ? "weighing " : "")
                        + Handled.shown(sum.getValue()))
                .collect(Collectors.joining(" + "));
    }
}
