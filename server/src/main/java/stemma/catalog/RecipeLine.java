package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonValue;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.util.Locale;

/** One item of a recipe with the amount that goes in or comes out. */
public record RecipeLine(Part part, ItemCode item, Quantity amount) {
    public RecipeLine {
        if (!amount.isPositive()) {
            throw new MalformedMaster(
                    "quantity_invalid",
                    "amount",
                    "a recipe line needs more than nothing of " + item);
        }
    }

    /** What a line is in its recipe. */
    public enum Part {
        INPUT,
        OUTPUT,
        CO_PRODUCT,
        BY_PRODUCT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
