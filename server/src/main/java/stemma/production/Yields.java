package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Conversions;
import stemma.catalog.Item;
import stemma.catalog.Masters;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.Tracking;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;
import stemma.stock.Handled;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds what runs gave against what the recipe of their order expects. */
public final class Yields {
    /** The name under which all runs of an order are told together. */
    public static final String TOGETHER = "All runs";

    private final Catalog catalog;

    public Yields(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the yield of a run; nothing where it cannot be weighed in one unit. */
    public Optional<RunYield> of(RunCard run) {
        Recipe recipe = recipe(run);
        Conversions conversions = catalog.conversions(items(List.of(run), recipe));
        return weighed(run.id().code(), run.balance(), recipe, masses(recipe), conversions);
    }

    /** Returns the yield of each run of an order that can be weighed; of several also together. */
    public List<RunYield> of(OrderCard order) {
        Conversions conversions = catalog.conversions(items(order.runs(), order.recipe()));
        List<RunYield> yields = new ArrayList<>();
        Recipe recipe = order.recipe();
        List<RecipeLine> masses = masses(recipe);
        for (RunCard run : order.runs()) {
            weighed(run.id().code(), run.balance(), recipe, masses, conversions)
                    .ifPresent(yields::add);
        }
        if (order.runs().size() > 1) {
            MassBalance together = together(order.runs(), conversions);
            weighed(TOGETHER, together, recipe, masses, conversions).ifPresent(yields::add);
        }
        return yields;
    }

    /** What one run of the order gave and the next took counts on both sides. */
    private static MassBalance together(List<RunCard> runs, Conversions conversions) {
        return MassBalance.of(
                new MassBalance.Moved(
                        all(runs, RunCard::inputs),
                        all(runs, RunCard::returned),
                        all(runs, RunCard::outputs),
                        all(runs, RunCard::losses)),
                conversions);
    }

    private static List<Handled> all(List<RunCard> runs, Function<RunCard, List<Handled>> lines) {
        return runs.stream().flatMap(run -> lines.apply(run).stream()).toList();
    }

    private @Nullable Recipe recipe(RunCard run) {
        if (run.orders().isEmpty()) return null;
        var code = run.orders().getFirst();
        WorkOrder order =
                catalog.masters(List.of(WorkOrder.key(code))).workOrder(code).orElse(null);
        if (order == null) return null;
        return catalog.masters(List.of(order.recipe()))
                .recipe(order.item(), order.recipeRevision())
                .orElse(null);
    }

    /** Returns the lines that have a mass: all but the packing that a balance leaves out. */
    private List<RecipeLine> masses(@Nullable Recipe recipe) {
        if (recipe == null) return List.of();
        Masters items = catalog.masters(
                recipe.lines().stream().map(line -> Item.key(line.item())).toList());
        return recipe.lines().stream()
                .filter(line -> !line.amount().unit().equals(Unit.EACH)
                        || items.item(line.item())
                                .filter(item -> item.tracking() == Tracking.POOL)
                                .isEmpty())
                .toList();
    }

    private static Set<ItemCode> items(List<RunCard> runs, @Nullable Recipe recipe) {
        Set<ItemCode> items = new TreeSet<>();
        for (RunCard run : runs) {
            Stream.of(run.inputs(), run.returned(), run.outputs(), run.losses())
                    .flatMap(List::stream)
                    .forEach(line -> items.add(line.lot().lot().item()));
        }
        if (recipe != null) recipe.lines().forEach(line -> items.add(line.item()));
        return items;
    }

    private static Optional<RunYield> weighed(
            String name,
            MassBalance balance,
            @Nullable Recipe recipe,
            List<RecipeLine> masses,
            Conversions conversions) {
        if (!(balance instanceof MassBalance.Sums sums)) return Optional.empty();
        BigDecimal expected =
                recipe == null ? null : expected(masses, sums.in().unit(), conversions);
        return Optional.of(new RunYield(
                name, sums, expected, recipe == null ? null : recipe.tolerancePercent()));
    }

    /** What comes out by the recipe in percent of what goes in, both weighed in the unit. */
    private static @Nullable BigDecimal expected(
            List<RecipeLine> masses, Unit unit, Conversions conversions) {
        BigDecimal in = BigDecimal.ZERO;
        BigDecimal out = BigDecimal.ZERO;
        for (RecipeLine line : masses) {
            Optional<BigDecimal> amount = conversions
                    .between(line.item(), line.amount().unit(), unit)
                    .map(f -> line.amount()
                            .amount()
                            .multiply(new BigDecimal(f.numerator()))
                            .divide(new BigDecimal(f.denominator()), MathContext.DECIMAL128));
            if (amount.isEmpty()) return null;
            if (line.part() == RecipeLine.Part.INPUT) in = in.add(amount.get());
            else out = out.add(amount.get());
        }
        if (in.signum() == 0) return null;
        return out.movePointRight(2).divide(in, 1, RoundingMode.HALF_UP);
    }
}
