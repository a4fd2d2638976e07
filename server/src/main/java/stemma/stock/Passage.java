package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

/** A movement that stands, by the seq of its event: what of a lot came to a place or left it. */
public record Passage(
        long seq,
        Portion lot,
        Quantity quantity,
        @Nullable Quantity catchWeight,
        Place from,
        Place to) {}
