package stemma.demo;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Input;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pools of the plant, water and packaging: one endless lot of each, from which runs take by
 * rule.
 */
final class Pools {
    static final Place PLACE = Firm.at("DRY");

    private final Map<ItemCode, LotId> lots = new HashMap<>();

    void open(ItemCode item, LotId lot) {
        lots.put(item, lot);
    }

    /** Returns what a run takes of each pool by its recipe and its packing. */
    List<Input> inputs(Making making) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(input(Ingredient.WATER, making.item().need(Ingredient.WATER, making.cases())));
        for (Packaging packaging : Packaging.of(making.item())) {
            long pieces = (long) packaging.perCase() * making.cases();
            inputs.add(input(packaging.item(), Quantity.each(pieces)));
        }
        return inputs;
    }

    private Input input(ItemCode item, Quantity quantity) {
        LotId lot = lots.get(item);
        if (lot == null) throw new IllegalStateException("the pool of " + item + " is not open");
        return new Input(Portion.of(lot), quantity, null, PLACE, List.of());
    }
}
