package stemma.demo;

import stemma.catalog.Item;
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
 * What the plant makes for its own lines: its lot letters, and the kilograms that a hundred take.
 */
record Prepared(ItemCode item, String name, String letters, Map<ItemCode, BigDecimal> perHundred) {
    static final Prepared DICE =
            of("W-DICE", "Diced carrots", "WD", Map.of("CARROT", new BigDecimal("108.7")));
    static final Prepared MILD = of(
            "W-MILD",
            "Spice kit, mild",
            "WM",
            Map.of(
                    "SALT", new BigDecimal(78),
                    "PEPPER", new BigDecimal(6),
                    "VSTOCK", new BigDecimal(16)));
    static final Prepared CURRY = of(
            "W-CURRY",
            "Spice kit, curry",
            "WC",
            Map.of(
                    "SALT", new BigDecimal(48),
                    "CURRY", new BigDecimal(38),
                    "CUMIN", new BigDecimal(10),
                    "PEPPER", new BigDecimal(4)));

    /** Soup left in the kettle, kept in a tote for the next run of the same soup. */
    static final ItemCode REWORK = new ItemCode("W-REWORK");

    static List<Prepared> all() {
        return List.of(DICE, MILD, CURRY);
    }

    static Item rework() {
        return Item.of(REWORK, "Soup for rework", Measures.KG, Tracking.LOT);
    }

    Item master() {
        return Item.of(item, name, Measures.KG, Tracking.LOT);
    }

    Recipe recipe() {
        List<RecipeLine> lines = new java.util.ArrayList<>();
        lines.add(new RecipeLine(RecipeLine.Part.OUTPUT, item, Measures.kg(100)));
        perHundred.forEach((input, amount) -> lines.add(
                new RecipeLine(RecipeLine.Part.INPUT, input, new Quantity(amount, Measures.KG))));
        return Recipe.of(item, Finished.REVISION, BigDecimal.valueOf(3), lines);
    }

    private static Prepared of(
            String code, String name, String letters, Map<String, BigDecimal> perHundred) {
        Map<ItemCode, BigDecimal> inputs = new TreeMap<>();
        perHundred.forEach((input, amount) -> inputs.put(new ItemCode(input), amount));
        return new Prepared(new ItemCode(code), name, letters, inputs);
    }
}
