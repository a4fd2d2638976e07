package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.ledger.Rule;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

/**
 * Some of a lot at a place of the site: how much is there and kept for nobody, and the rule that
 * stands against taking it for what is asked, if one does.
 */
public record Offer(
        Lot lot,
        Portion portion,
        Place place,
        Quantity free,
        @Nullable Rule against) {
    public boolean isFit() {
        return against == null;
    }
}
