package stemma.production;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What came out of a run, or of all runs of an order, against what went in: its mass balance, the
 * percentage that the recipe expects to come out (absent where it cannot be weighed in that unit),
 * and by how many percent the recipe allows the sums to differ (absent without a recipe).
 */
public record RunYield(
        String name,
        MassBalance.Sums sums,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal tolerancePercent) {

    /** Returns the output in percent of the input, of one decimal; nothing in yields nothing. */
    public BigDecimal percent() {
        if (!sums.in().isPositive()) return BigDecimal.ZERO;
        return sums.out()
                .amount()
                .movePointRight(2)
                .divide(sums.in().amount(), 1, RoundingMode.HALF_UP);
    }

    /** Returns by how many percentage points the output may differ from what is expected. */
    public BigDecimal allowance() {
        if (expected == null || tolerancePercent == null) return BigDecimal.ZERO;
        return expected.multiply(tolerancePercent)
                .movePointLeft(2)
                .setScale(1, RoundingMode.HALF_UP);
    }

    /** Says how the output stands against what the recipe expects. */
    public Verdict verdict() {
        if (expected == null) return Verdict.NOT_EXPECTED;
        BigDecimal difference = percent().subtract(expected);
        if (difference.abs().compareTo(allowance()) <= 0) return Verdict.AS_EXPECTED;
        return difference.signum() < 0 ? Verdict.LESS : Verdict.MORE;
    }

    /** How the output stands against what is expected. */
    public enum Verdict {
        NOT_EXPECTED,
        LESS,
        AS_EXPECTED,
        MORE
    }
}
