package stemma.scanning;

import stemma.catalog.Item;
import stemma.catalog.PackLevels;
import stemma.gs1.ElementString;
import stemma.identifiers.Gtin;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * How much of an item a case or pallet holds whose own GTIN was read: so much for each that is
 * counted, once where nothing is. What was weighed stays as it was weighed.
 */
final class PackedAmount {
    private static final String QUANTITY = ScanKind.QUANTITY.field();
    private static final String UNIT = "unit";

    private PackedAmount() {}

    /** Fills in the quantity in the item's base unit where the mark bears the GTIN of a level. */
    static void complete(Map<String, String> fields, ElementString mark, Goods goods) {
        if (fields.containsKey(UNIT)) return;
        Optional<Gtin> gtin = mark.value("01").or(() -> mark.value("02")).map(Gtin::new);
        Optional<Item> item = gtin.flatMap(goods::bearer);
        if (item.isEmpty()) return;
        Optional<Quantity> holds = holds(item.get(), gtin.get());
        if (holds.isEmpty()) return;
        boolean isCounted = fields.containsKey(QUANTITY);
        if (!isCounted && mark.value("01").isEmpty()) return;
        BigDecimal count = isCounted ? new BigDecimal(fields.get(QUANTITY)) : BigDecimal.ONE;
        Quantity all =
                new Quantity(holds.get().amount().multiply(count), holds.get().unit());
        fields.put(QUANTITY, all.number());
        fields.put(UNIT, all.unit().code());
    }

    /** Returns how much the case or pallet of that GTIN holds; nothing for the item's own. */
    static Optional<Quantity> holds(Item item, Gtin gtin) {
        PackLevels levels = item.policy().packLevels();
        return levels == null
                ? Optional.empty()
                : levels.of(gtin).map(level -> level.holds(item.baseUnit()));
    }
}
