package stemma.demo;

import stemma.catalog.Conversion;
import stemma.catalog.Factor;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the plant sells by the case: its line, its place in the allergen order (later the more it
 * leaves behind), its shelf life, and the kilograms of each input that a hundred cases take.
 */
record Finished(
        ItemCode item,
        String name,
        int line,
        int allergenRank,
        int shelfLifeDays,
        Map<ItemCode, BigDecimal> perHundredCases) {

    /** Six portions of 400 g. */
    static final String CASE_KG = "2.4";

    static final String REVISION = "3";

    private static final BigDecimal MASS_PER_HUNDRED = new BigDecimal("243.6");

    private static final String TABLE = """
            S-101 | Minestrone                 | 2 | 2 | 120 | \
                W-DICE 9, ONION 12, CELERY 8, TOMATO 48, WBEAN 16, PASTA 11, W-MILD 2.5, OIL 2
            S-102 | Vegetable and lentil soup  | 2 | 1 | 120 | \
                W-DICE 9, ONION 10, CELERY 8, LENTIL 22, TPASTE 6, VSTOCK 2, W-MILD 2.2, OIL 2
            S-103 | Chicken and pasta soup     | 2 | 2 | 120 | \
                W-DICE 9, ONION 9, LEEK 7, CHICKEN 26, PASTA 14, CSTOCK 2.4, W-MILD 2.2
            S-104 | Tomato and white bean soup | 2 | 0 | 120 | \
                TOMATO 82, WBEAN 34, ONION 12, GARLIC 1.2, TPASTE 9, W-MILD 2.6, OIL 2.4
            S-105 | Cream of tomato soup       | 2 | 4 |  90 | \
                TOMATO 96, CREAM 18, FLOUR 4, ONION 9, BUTTER 3, TPASTE 8, W-MILD 2.4
            S-106 | Leek and potato soup       | 2 | 4 |  90 | \
                LEEK 32, POTATO 58, CREAM 16, MILK 20, BUTTER 3, VSTOCK 2.2, W-MILD 2.2
            S-107 | Cream of mushroom soup     | 2 | 4 |  90 | \
                MUSHRM 42, CREAM 24, FLOUR 5, MILK 24, ONION 8, BUTTER 4, VSTOCK 2.2, \
                W-MILD 2.2
            S-108 | Pumpkin and ginger soup    | 2 | 0 | 120 | \
                PUMPKN 96, ONION 12, COCO 20, GINGER 1.6, VSTOCK 2.2, W-MILD 2.2
            S-109 | Curried lentil soup        | 2 | 1 | 120 | \
                LENTIL 36, ONION 14, TOMATO 30, GARLIC 1.4, VSTOCK 2.2, W-CURRY 3.6, OIL 2.2
            S-110 | Haddock chowder            | 2 | 5 |  60 | \
                HADDOCK 34, POTATO 40, CREAM 20, MILK 24, FLOUR 4, LEEK 8, CORN 12, W-MILD 2.2
            S-111 | Broccoli and cream soup    | 2 | 4 |  90 | \
                BROCC 64, CREAM 20, FLOUR 4, ONION 10, MILK 16, VSTOCK 2.2, W-MILD 2.2
            S-112 | Spinach and chickpea soup  | 2 | 1 | 120 | \
                SPIN 30, CHICKP 40, ONION 12, CELERY 5, GARLIC 1.4, CUMIN 0.3, VSTOCK 2.2, \
                W-MILD 2.2

            M-201 | Vegetable fried rice       | 1 | 3 | 270 | \
                W-DICE 9, RICE 74, PEAS 22, CORN 20, ONION 12, SOY 5, W-MILD 1.8, OIL 4
            M-202 | Beef and carrot rice       | 1 | 3 | 270 | \
                W-DICE 9, RICE 70, BEEF 40, ONION 12, SOY 4, CSTOCK 2, W-MILD 1.8, OIL 3
            M-203 | Chicken curry rice         | 1 | 1 | 270 | \
                BASMATI 68, CHICKEN 42, COCO 30, ONION 12, GARLIC 1.4, W-CURRY 3.8, OIL 3
            M-204 | Chickpea masala rice       | 1 | 0 | 270 | \
                BASMATI 66, CHICKP 48, TOMATO 30, ONION 12, GINGER 1.2, W-CURRY 4, OIL 3
            M-205 | Coconut chicken rice       | 1 | 0 | 270 | \
                RICE 70, CHICKEN 40, COCO 34, PEAS 12, GINGER 1.2, W-MILD 2
            M-206 | Mushroom and butter rice   | 1 | 4 | 240 | \
                RICE 72, MUSHRM 34, BUTTER 6, MILK 14, ONION 12, VSTOCK 2, W-MILD 1.8
            M-207 | Spinach and lentil pilaf   | 1 | 0 | 270 | \
                BASMATI 60, LENTIL 24, SPIN 26, ONION 14, GARLIC 1.2, W-CURRY 3, OIL 3
            M-208 | Sweet corn and bean rice   | 1 | 0 | 270 | \
                RICE 68, CORN 28, WBEAN 30, TOMATO 24, CUMIN 0.3, W-MILD 2, OIL 3
            M-209 | Haddock and pea rice       | 1 | 5 | 240 | \
                RICE 68, HADDOCK 36, PEAS 26, LEEK 8, BUTTER 3, W-MILD 1.9
            M-210 | Soy and ginger beef rice   | 1 | 3 | 270 | \
                RICE 70, BEEF 42, SOY 6, GINGER 1.6, BROCC 18, GARLIC 1.2, OIL 3
            """;

    private static final List<Finished> ALL =
            Sheet.rows(TABLE).stream().map(Finished::read).toList();

    static List<Finished> all() {
        return ALL;
    }

    /** Returns the items of one line in the order of the table. */
    static List<Finished> ofLine(int line) {
        return ALL.stream().filter(f -> f.line == line).toList();
    }

    static Finished of(String code) {
        return ALL.stream()
                .filter(f -> f.item.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no finished item " + code));
    }

    boolean isSoup() {
        return line == 2;
    }

    /** Returns how much of an input so many cases take, nothing where the recipe has none of it. */
    Quantity need(ItemCode input, int cases) {
        BigDecimal perHundred = perHundredCases.getOrDefault(input, BigDecimal.ZERO);
        return Measures.forCases(perHundred, cases);
    }

    /** Returns it as the catalog defines it: it waits for quality after it is made. */
    Item master() {
        return Item.of(item, name, Measures.CASE, Tracking.LOT)
                .with(ItemPolicy.USUAL
                        .withShelfLifeDays(shelfLifeDays)
                        .withGtin(TradeNumbers.made(ALL.indexOf(this)))
                        .withStatusAtProduction(InitialStatus.QUARANTINED));
    }

    Conversion caseWeight() {
        return Conversion.of(item, Measures.CASE, Measures.KG, Factor.of(CASE_KG));
    }

    Recipe recipe() {
        List<RecipeLine> lines = new java.util.ArrayList<>();
        lines.add(new RecipeLine(RecipeLine.Part.OUTPUT, item, Measures.cases(100)));
        perHundredCases.forEach((input, amount) -> lines.add(
                new RecipeLine(RecipeLine.Part.INPUT, input, new Quantity(amount, Measures.KG))));
        for (Packaging packaging : Packaging.of(this))
            lines.add(new RecipeLine(
                    RecipeLine.Part.INPUT,
                    packaging.item(),
                    Quantity.each(100L * packaging.perCase())));
        return Recipe.of(item, REVISION, BigDecimal.valueOf(3), lines);
    }

    private static Finished read(List<String> cells) {
        Map<ItemCode, BigDecimal> inputs = new TreeMap<>();
        for (List<String> pair : Sheet.pairs(cells.get(5))) {
            inputs.put(new ItemCode(pair.get(0)), new BigDecimal(pair.get(1)));
        }
        BigDecimal dry = inputs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        inputs.put(Ingredient.WATER, MASS_PER_HUNDRED.subtract(dry));
        return new Finished(
                new ItemCode(cells.get(0)),
                cells.get(1),
                Integer.parseInt(cells.get(2)),
                Integer.parseInt(cells.get(3)),
                Integer.parseInt(cells.get(4)),
                inputs);
    }
}
