package stemma.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Between which limits single values stray when nothing but chance moves them (Shewhart chart of
 * individuals, ISO 7870-2): three standard deviations to either side of the mean, as the mean of
 * the ranges between neighbours tells them. Nothing is rounded but where it is shown.
 */
public record ControlLimits(
        BigDecimal mean, BigDecimal meanRange, BigDecimal lower, BigDecimal upper) {
    /** Three standard deviations for each mean range: 3 divided by 1.128, as in the table. */
    private static final BigDecimal THREE_SIGMA = new BigDecimal("2.660");

    /** Returns them; a single value has no neighbour, and none. */
    public static Optional<ControlLimits> of(List<BigDecimal> values) {
        if (values.size() < 2) return Optional.empty();
        BigDecimal mean = mean(values);
        BigDecimal meanRange = mean(ranges(values));
        BigDecimal three = meanRange.multiply(THREE_SIGMA);
        return Optional.of(
                new ControlLimits(mean, meanRange, mean.subtract(three), mean.add(three)));
    }

    /** Returns the distances between neighbours, one less than there are values. */
    static List<BigDecimal> ranges(List<BigDecimal> values) {
        List<BigDecimal> ranges = new ArrayList<>();
        for (int i = 1; i < values.size(); i++)
            ranges.add(values.get(i).subtract(values.get(i - 1)).abs());
        return ranges;
    }

    static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
    }

    /** Says on which side of the limits a value is: less than 0 below, 0 within, more above. */
    int side(BigDecimal value) {
        return value.compareTo(upper) > 0 ? 1 : value.compareTo(lower) < 0 ? -1 : 0;
    }

    /** Returns a figure as it is shown: to so many decimals, half up. */
    public static String shown(BigDecimal figure, int decimals) {
        return figure.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
