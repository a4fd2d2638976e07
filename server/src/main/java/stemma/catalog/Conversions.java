package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.catalog.ConversionAnswer.Converted;
import stemma.catalog.ConversionAnswer.Unconverted;
import stemma.identifiers.ItemCode;
import stemma.quantity.MalformedQuantity;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The conversions that hold for a set of items. An amount is converted exactly or refused, never
 * rounded; where several conversions must be chained the fewest are taken. All chains between two
 * units agree, since the catalog refuses a conversion that contradicts the others.
 */
public final class Conversions {
    private static final String SAME = "same";
    private final Map<MasterKey, List<Step>> byItem = new HashMap<>();
    private final List<Step> universal = new ArrayList<>();

    private record Step(Unit from, Unit to, Factor factor, String version) {}

    private record Chain(Unit reached, Factor factor, String version) {}

    public Conversions(Collection<Conversion> conversions) {
        for (Conversion conversion : conversions) {
            if (conversion.standing() == Standing.ACTIVE) add(conversion);
        }
    }

    private void add(Conversion conversion) {
        ItemCode item = conversion.item();
        String version = (item == null ? "" : item + ":") + conversion.from() + ">"
                + conversion.to() + "@" + conversion.version();
        List<Step> steps = item == null
                ? universal
                : byItem.computeIfAbsent(Item.key(item), key -> new ArrayList<>());
        steps.add(new Step(conversion.from(), conversion.to(), conversion.factor(), version));
        steps.add(new Step(
                conversion.to(), conversion.from(), conversion.factor().inverse(), version));
    }

    /** Returns the amount in the other unit, for this item. */
    public ConversionAnswer convert(ItemCode item, Quantity asked, Unit to) {
        return factor(item, asked.unit(), to)
                .map(chain -> exactly(asked, to, chain))
                .orElseGet(() -> new Unconverted(
                        asked,
                        "no_conversion",
                        "no conversion from " + asked.unit() + " to " + to + " for " + item));
    }

    /** Returns by how much an amount is multiplied, or nothing where the units do not meet. */
    public Optional<Factor> between(@Nullable ItemCode item, Unit from, Unit to) {
        return factor(item, from, to).map(Chain::factor);
    }

    private static ConversionAnswer exactly(Quantity asked, Unit to, Chain chain) {
        Optional<BigDecimal> amount =
                chain.factor().applyExactly(asked.amount(), Quantity.MAX_SCALE);
        if (amount.isEmpty()) {
            return new Unconverted(
                    asked,
                    "conversion_not_exact",
                    asked + " times " + chain.factor() + " is no exact number of " + to + " within "
                            + Quantity.MAX_SCALE + " decimals; nothing is rounded silently");
        }
        try {
            return new Converted(
                    asked, new Quantity(amount.get(), to), chain.factor(), chain.version());
        } catch (MalformedQuantity tooLarge) {
            return new Unconverted(
                    asked, tooLarge.code(), asked + " in " + to + " has " + tooLarge.getMessage());
        }
    }

    // Breadth first over units, each reached once: bounded by the number of units.
    private Optional<Chain> factor(@Nullable ItemCode item, Unit from, Unit to) {
        if (from.equals(to)) return Optional.of(new Chain(to, Factor.ONE, SAME));
        List<Step> own = item == null ? List.of() : byItem.getOrDefault(Item.key(item), List.of());
        Set<Unit> reached = new HashSet<>(Set.of(from));
        ArrayDeque<Chain> frontier = new ArrayDeque<>(List.of(new Chain(from, Factor.ONE, "")));
        while (!frontier.isEmpty()) {
            Chain chain = frontier.remove();
            if (chain.reached().equals(to)) return Optional.of(chain);
            for (List<Step> steps : List.of(own, universal)) {
                for (Step step : steps) {
                    if (step.from().equals(chain.reached()) && reached.add(step.to()))
                        frontier.add(then(chain, step));
                }
            }
        }
        return Optional.empty();
    }

    private static Chain then(Chain chain, Step step) {
        String version =
                chain.version().isEmpty() ? step.version() : chain.version() + "," + step.version();
        return new Chain(step.to(), chain.factor().times(step.factor()), version);
    }
}
