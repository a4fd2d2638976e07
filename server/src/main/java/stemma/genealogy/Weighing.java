package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Conversions;
import stemma.catalog.Factor;
import stemma.lots.Lot;
import stemma.quantity.Unit;
import stemma.trace.Measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How what comes out of one run, or goes through one vessel, is compared with each other. */
final class Weighing {
    /** In how many decimals of a unit amounts are told to the engine, which takes whole numbers. */
    static final int DECIMALS = 6;

    private static final Unit KILOGRAM = new Unit("kg");

    private final Basis basis;
    private final String units;
    private final Conversions conversions;

    private Weighing(Basis basis, String units, Conversions conversions) {
        this.basis = basis;
        this.units = units;
        this.conversions = conversions;
    }

    /** Compares by one unit where all have it, else by weight where each has one, else not. */
    static Weighing of(Collection<Lot> lots, Conversions conversions) {
        TreeSet<Unit> units =
                lots.stream().map(Lot::unit).collect(Collectors.toCollection(TreeSet::new));
        String words = units.stream().map(Unit::code).collect(Collectors.joining(" and "));
        if (units.size() < 2) return new Weighing(Basis.AMOUNT, words, conversions);
        boolean hasWeights = lots.stream().allMatch(lot -> factor(lot, conversions) != null);
        return new Weighing(hasWeights ? Basis.WEIGHT : Basis.NONE, words, conversions);
    }

    /** Returns the weight of so much of the lot, or that it is unknown. */
    long weight(Lot lot, BigDecimal quantity) {
        return switch (basis) {
            case AMOUNT -> whole(quantity);
            case WEIGHT -> whole(quantity.multiply(factor(lot), MathContext.DECIMAL64));
            case NONE -> Measure.UNKNOWN;
        };
    }

    private BigDecimal factor(Lot lot) {
        return java.util.Objects.requireNonNull(factor(lot, conversions));
    }

    private static @Nullable BigDecimal factor(Lot lot, Conversions conversions) {
        if (lot.unit().equals(KILOGRAM)) return BigDecimal.ONE;
        Optional<Factor> factor = conversions.between(lot.item(), lot.unit(), KILOGRAM);
        return factor.map(f -> new BigDecimal(f.numerator())
                        .divide(new BigDecimal(f.denominator()), MathContext.DECIMAL64))
                .orElse(null);
    }

    /** Returns an amount as the engine takes it; no plant has more than it can hold. */
    static long whole(BigDecimal amount) {
        return amount.movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Returns by what it compares, in words. */
    String words() {
        return switch (basis) {
            case AMOUNT -> "by " + units;
            case WEIGHT -> "by weight of " + units;
            case NONE -> "on no basis, " + units + " are not compared";
        };
    }
}
