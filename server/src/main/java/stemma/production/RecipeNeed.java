package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Alternate;
import stemma.catalog.Conversions;
import stemma.catalog.Factor;
import stemma.catalog.Item;
import stemma.catalog.MasterKey;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What an order asks for by one line of its recipe, in the unit of the line: how much in all, and
 * the most that the line's tolerance allows (absent: the recipe says nothing). What cannot be
 * divided exactly is rounded at the ninth decimal; it is a measure and never material.
 */
public record RecipeNeed(
        RecipeLine line, Quantity asked, @Nullable Quantity most) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Returns the needs of an order by the inputs of its recipe, in the order of the lines. */
    static List<RecipeNeed> of(WorkOrder order, Recipe recipe, Conversions conversions) {
        Quantity makes = recipe.lines(RecipeLine.Part.OUTPUT).getFirst().amount();
        Optional<Quantity> wanted =
                in(order.amount(), order.item(), makes, conversions, Factor.ONE);
        if (wanted.isEmpty()) return List.of();
        return recipe.lines(RecipeLine.Part.INPUT).stream()
                .map(line -> of(line, wanted.get().amount(), makes.amount()))
                .toList();
    }

    private static RecipeNeed of(RecipeLine line, BigDecimal wanted, BigDecimal makes) {
        BigDecimal asked = line.amount().amount().multiply(wanted);
        BigDecimal tolerance = line.tolerancePercent();
        BigDecimal most = tolerance == null ? null : asked.multiply(HUNDRED.add(tolerance));
        return new RecipeNeed(
                line,
                quantity(asked, makes, line, RoundingMode.HALF_UP),
                most == null
                        ? null
                        : quantity(most, makes.multiply(HUNDRED), line, RoundingMode.UP));
    }

    private static Quantity quantity(
            BigDecimal amount, BigDecimal by, RecipeLine line, RoundingMode rounding) {
        return new Quantity(
                amount.divide(by, Quantity.MAX_SCALE, rounding), line.amount().unit());
    }

    /** Returns the least that the line's tolerance allows; all of it where nothing is said. */
    Quantity least() {
        BigDecimal tolerance = line.tolerancePercent();
        if (tolerance == null) return asked;
        BigDecimal least = asked.amount()
                .multiply(HUNDRED.subtract(tolerance))
                .divide(HUNDRED, Quantity.MAX_SCALE, RoundingMode.DOWN);
        return new Quantity(least, asked.unit());
    }

    /** Says whether the line asks for the item, or the item may stand in for it. */
    boolean takes(ItemCode item) {
        return factor(item).isPresent();
    }

    /** Says whether the item only stands in for that of the line. */
    public boolean isAlternate(ItemCode item) {
        return takes(item) && !key(line.item()).equals(key(item));
    }

    /**
     * Returns how much of this need an amount of an item answers, in the unit of the line; nothing
     * where no conversion leads there.
     */
    Optional<Quantity> answered(ItemCode item, Quantity amount, Conversions conversions) {
        return factor(item)
                .flatMap(factor -> in(amount, item, line.amount(), conversions, factor.inverse()));
    }

    private Optional<Factor> factor(ItemCode item) {
        if (key(line.item()).equals(key(item))) return Optional.of(Factor.ONE);
        return line.alternates().stream()
                .filter(other -> key(other.item()).equals(key(item)))
                .map(Alternate::factor)
                .findFirst();
    }

    private static Optional<Quantity> in(
            Quantity amount, ItemCode item, Quantity like, Conversions conversions, Factor times) {
        return conversions.between(item, amount.unit(), like.unit()).map(factor -> {
            Factor all = factor.times(times);
            BigDecimal product = amount.amount().multiply(new BigDecimal(all.numerator()));
            BigDecimal quotient = product.divide(
                    new BigDecimal(all.denominator()), Quantity.MAX_SCALE, RoundingMode.HALF_UP);
            return new Quantity(quotient, like.unit());
        });
    }

    private static MasterKey key(ItemCode item) {
        return Item.key(item);
    }
}
