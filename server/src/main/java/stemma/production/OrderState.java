package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Conversions;
import stemma.catalog.Item;
import stemma.catalog.MasterKey;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.Standing;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order with its recipe and the sums of what its runs have taken and given so far. Sums are kept
 * by side, item and unit, and are changed only by who opened it.
 */
final class OrderState {
    private final WorkOrder order;
    private final @Nullable Recipe recipe;
    private final Conversions conversions;
    private final List<RecipeNeed> needs;
    private final Map<Slot, Moved> sums = new LinkedHashMap<>();

    private record Slot(Side side, MasterKey item, String unit) {}

    /** How much of an item moved on one side. */
    record Moved(Side side, ItemCode item, Quantity quantity) {
        Moved plus(Moved other) {
            return new Moved(side, item, quantity.plus(other.quantity));
        }
    }

    OrderState(WorkOrder order, @Nullable Recipe recipe, Conversions conversions) {
        this.order = order;
        this.recipe = recipe;
        this.conversions = conversions;
        this.needs = recipe == null ? List.of() : RecipeNeed.of(order, recipe, conversions);
    }

    WorkOrder order() {
        return order;
    }

    @Nullable
    Recipe recipe() {
        return recipe;
    }

    List<RecipeNeed> needs() {
        return needs;
    }

    boolean isClosed() {
        return order.standing() == Standing.RETIRED;
    }

    void add(Collection<OrderFlows.Sum> read) {
        for (var sum : read) add(new Moved(sum.side(), sum.item(), sum.quantity()));
    }

    void add(Moved moved) {
        sums.merge(slot(moved), moved, Moved::plus);
    }

    void takeBack(Moved moved) {
        add(new Moved(moved.side(), moved.item(), moved.quantity().negated()));
    }

    private static Slot slot(Moved moved) {
        return new Slot(
                moved.side(), Item.key(moved.item()), moved.quantity().unit().code());
    }

    /** Returns the need that an item answers; nothing where the recipe does not take it. */
    Optional<RecipeNeed> need(ItemCode item) {
        return needs.stream().filter(need -> need.takes(item)).findFirst();
    }

    /** Says whether the recipe makes the item, as its product or beside it. */
    boolean makes(ItemCode item) {
        return recipe != null
                && recipe.lines().stream()
                        .filter(line -> line.part() != RecipeLine.Part.INPUT)
                        .anyMatch(line -> Item.key(line.item()).equals(Item.key(item)));
    }

    /** Returns what of the need has been taken, less what came back; nothing where unmeasurable. */
    Optional<Quantity> taken(RecipeNeed need) {
        Quantity taken = Quantity.zero(need.asked().unit());
        for (Moved moved : sums.values()) {
            boolean counts = moved.side() == Side.IN || moved.side() == Side.BACK;
            if (!counts || !need.takes(moved.item())) continue;
            Optional<Quantity> part = need.answered(moved.item(), moved.quantity(), conversions);
            if (part.isEmpty()) return Optional.empty();
            taken = moved.side() == Side.IN ? taken.plus(part.get()) : taken.minus(part.get());
        }
        return Optional.of(taken);
    }

    /** Returns how many times the recipe the order asks for; nothing of it where it has none. */
    BigDecimal share() {
        if (recipe == null) return BigDecimal.ZERO;
        RecipeLine output = recipe.lines(RecipeLine.Part.OUTPUT).getFirst();
        return conversions
                .between(order.item(), order.amount().unit(), output.amount().unit())
                .map(f -> order.amount()
                        .amount()
                        .multiply(new BigDecimal(f.numerator()))
                        .divide(
                                new BigDecimal(f.denominator())
                                        .multiply(output.amount().amount()),
                                MathContext.DECIMAL128))
                .orElse(BigDecimal.ZERO);
    }

    /** Returns how much of an item was made, less what of it was worked again. */
    Optional<Quantity> made(RecipeLine line) {
        Quantity made = Quantity.zero(line.amount().unit());
        for (Moved moved : sums.values()) {
            // What a line of the recipe asks for was used, and is not worked again.
            boolean again = moved.side() == Side.IN && need(moved.item()).isEmpty();
            boolean counts = moved.side() == Side.OUT || again;
            if (!counts || !Item.key(moved.item()).equals(Item.key(line.item()))) continue;
            Optional<Quantity> part = conversions
                    .between(line.item(), moved.quantity().unit(), made.unit())
                    .flatMap(f -> f.applyExactly(moved.quantity().amount(), Quantity.MAX_SCALE))
                    .map(amount -> new Quantity(amount, line.amount().unit()));
            if (part.isEmpty()) return Optional.empty();
            made = moved.side() == Side.OUT ? made.plus(part.get()) : made.minus(part.get());
        }
        return Optional.of(made);
    }

    /** Says whether more was taken for the need than its tolerance allows. */
    boolean isExceeded(RecipeNeed need) {
        Quantity most = need.most();
        return most != null && taken(need).map(taken -> most.isLessThan(taken)).orElse(false);
    }

    /** Returns the sums of one side by item, those that are nothing left out. */
    List<Moved> sums(Side side) {
        return sums.values().stream()
                .filter(moved -> moved.side() == side && !moved.quantity().isZero())
                .toList();
    }
}
