package stemma.lots;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Item;
import stemma.catalog.UnitWeight;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Rule;
import stemma.ledger.Violation;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether so many units can weigh so much: asked where goods come into being, are parted, joined,
 * used and shipped. What moves within the plant was weighed when it came.
 */
final class WeightRules {
    private final LotBook book;
    private final List<Violation> broken = new ArrayList<>();

    WeightRules(LotBook book) {
        this.book = book;
    }

    List<Violation> broken(Event effect) {
        int index = 0;
        for (Birth birth : Facts.births(effect)) {
            String at = BirthElement.of(effect, index++);
            weighed(birth.passport().item(), birth.quantity(), birth.catchWeight(), null, at);
        }
        int line = 0;
        for (Line goods : leaving(effect)) {
            Lot lot = book.find(goods.lot().first());
            String at = effect instanceof Event.Split ? "from" : "lines[" + line++ + "]";
            if (lot != null)
                weighed(lot.item(), goods.quantity(), goods.catchWeight(), goods.lot(), at);
        }
        return broken;
    }

    private static List<Line> leaving(Event effect) {
        if (effect instanceof Event.Shipped e) return e.lines();
        if (effect instanceof Event.Consumed e)
            return e.inputs().stream().map(Input::line).toList();
        if (effect instanceof Event.Split e) return List.of(e.from());
        if (effect instanceof Event.Merged e) return e.from();
        return List.of();
    }

    private void weighed(
            ItemCode code,
            Quantity units,
            @Nullable Quantity weight,
            @Nullable Portion lot,
            String element) {
        Item item = book.masters().item(code).orElse(null);
        UnitWeight usual = item == null ? null : item.policy().unitWeight();
        if (item == null || usual == null || weight == null) return;
        boolean isComparable = weight.unit().equals(item.policy().catchWeightUnit())
                && units.unit().equals(item.baseUnit());
        if (!isComparable || usual.isPlausible(units, weight)) return;
        broken.add(Rule.WEIGHT_IMPLAUSIBLE.broken(
                element + ".catchWeight",
                lot,
                units + " of " + code + " weighing " + weight + "? One weighs " + usual + " "
                        + weight.unit() + "."));
    }
}
