package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One item of a recipe with the amount that goes in or comes out, the percentage by which a run may
 * take more or less of it (absent: nothing is said) and the items that may stand in for it.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecipeLine(
        Part part,
        ItemCode item,
        Quantity amount,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal tolerancePercent,

        List<Alternate> alternates) {
    public RecipeLine {
        if (!amount.isPositive()) {
            throw new MalformedMaster(
                    "quantity_invalid",
                    "amount",
                    "a recipe line needs more than nothing of " + item);
        }
        if (tolerancePercent != null) {
            tolerancePercent = MasterText.percent("lineTolerancePercent", tolerancePercent);
        }
        alternates = List.copyOf(alternates);
        Set<MasterKey> seen = new HashSet<>(Set.of(Item.key(item)));
        for (Alternate other : alternates) {
            if (!seen.add(Item.key(other.item()))) {
                throw new MalformedMaster(
                        "alternate_twice",
                        "alternates",
                        other.item() + " stands twice among the alternates of " + item);
            }
        }
        if (part != Part.INPUT && !alternates.isEmpty()) {
            throw new MalformedMaster(
                    "alternate_of_output", "alternates", "only an input has alternates");
        }
    }

    /** Returns a line without alternates or a tolerance of its own. */
    public RecipeLine(Part part, ItemCode item, Quantity amount) {
        this(part, item, amount, null, List.of());
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
