package stemma.demo;

import stemma.identifiers.ItemCode;
import stemma.quality.Characteristic;
import stemma.quality.Occasion;
import stemma.quality.SamplingPlan;
import stemma.quality.SamplingTable;
import stemma.quality.Specification;
import stemma.quality.WrittenSpecification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the main items of the plant are held against. */
final class Specifications {
    private static final String COUNTED = "count";
    private static final int RETEST_MONTHS = 12;

    /** Item, what is found of it, from, to, and the unit, or what is to be seen or counted. */
    private static final String TABLE = """
            CARROT  | foreign matter   |       |   0.0 | g/kg
            CARROT  | smell            |       |       | fresh
            CREAM   | fat              |  34.0 |  38.0 | %
            CREAM   | acidity          |   6.4 |   6.9 | pH
            FLOUR   | moisture         |       |  15.0 | %
            FLOUR   | protein          |  10.5 |  13.0 | %
            MILK    | temperature      |       |   6.0 | °C
            MILK    | fat              |   3.4 |   4.2 | %
            CHICKEN | core temperature |       | -18.0 | °C
            CHICKEN | Salmonella       |       |       | absent in 25 g
            HADDOCK | core temperature |       | -18.0 | °C
            HADDOCK | histamine        |       |    50 | mg/kg
            TOMATO  | dry matter       |   7.0 |   9.0 | °Bx
            RICE    | moisture         |       |  14.0 | %
            CITRIC  | assay            |  99.5 | 100.5 | %
            CITRIC  | water            |       |   0.5 | %
            S-101   | acidity          |   4.6 |   5.8 | pH
            S-101   | seal             |       |       | tight
            S-104   | acidity          |   4.2 |   5.2 | pH
            S-104   | seal             |       |       | tight
            S-106   | acidity          |   5.6 |   6.4 | pH
            S-106   | seal             |       |       | tight
            S-109   | acidity          |   5.0 |   6.0 | pH
            S-109   | seal             |       |       | tight
            M-201   | cooked to        |  75.0 |       | °C
            M-201   | seal             |       |       | tight
            M-202   | cooked to        |  75.0 |       | °C
            M-202   | seal             |       |       | tight
            M-203   | cooked to        |  75.0 |       | °C
            M-203   | seal             | count |       | tight
            """;

    private Specifications() {}

    static List<WrittenSpecification> all() {
        Map<String, List<WrittenSpecification.Row>> rows = new LinkedHashMap<>();
        for (List<String> cells : Sheet.rows(TABLE))
            rows.computeIfAbsent(cells.getFirst(), _ -> new ArrayList<>()).add(row(cells));
        return rows.entrySet().stream()
                .map(entry -> written(new ItemCode(entry.getKey()), entry.getValue()))
                .toList();
    }

    static List<WrittenSpecification> of(ItemCode item) {
        return all().stream().filter(one -> one.item().equals(item)).toList();
    }

    private static WrittenSpecification written(
            ItemCode item, List<WrittenSpecification.Row> rows) {
        Occasion occasion = Ingredient.is(item) ? Occasion.RECEIPT : Occasion.PRODUCTION;
        boolean isRetested = item.equals(Ingredient.CITRIC);
        boolean isCounted =
                rows.stream().anyMatch(row -> row.kind() == Characteristic.Kind.COUNTED);
        return new WrittenSpecification(
                item,
                isRetested ? List.of(occasion, Occasion.RETEST) : List.of(occasion),
                isCounted ? SamplingPlan.Rule.TABLE : null,
                null,
                isCounted ? SamplingTable.Level.S3 : null,
                isCounted ? "1.0" : null,
                Occasion.RECEIPT == occasion ? 24 : 48,
                Occasion.RECEIPT == occasion ? null : 1,
                isRetested ? RETEST_MONTHS : null,
                Specification.Separation.MAKER_AND_TESTER,
                rows,
                null);
    }

    private static WrittenSpecification.Row row(List<String> cells) {
        boolean isCounted = cells.get(2).equals(COUNTED);
        String lower = isCounted ? "" : cells.get(2);
        String upper = cells.get(3);
        boolean isMeasured = !lower.isEmpty() || !upper.isEmpty();
        return new WrittenSpecification.Row(
                cells.get(1),
                null,
                isMeasured
                        ? Characteristic.Kind.MEASURED
                        : isCounted ? Characteristic.Kind.COUNTED : Characteristic.Kind.ATTRIBUTE,
                lower.isEmpty() ? null : lower,
                upper.isEmpty() ? null : upper,
                null,
                isMeasured ? cells.get(4) : null,
                null,
                isMeasured ? null : cells.get(4),
                null,
                null);
    }
}
