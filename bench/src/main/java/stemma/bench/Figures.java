package stemma.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/** What a row of measured times comes to: half of them were quicker, nearly all, on the mean. */
record Figures(double p50, double p99, double mean) {

    static Figures of(List<Double> measured) {
        if (measured.isEmpty()) throw new IllegalArgumentException("nothing was measured");
        double[] sorted =
                measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Figures(
                at(sorted, 0.50),
                at(sorted, 0.99),
                Arrays.stream(sorted).average().orElseThrow());
    }

    /** The nearest rank: with fewer than a hundred times, p99 is the slowest of them. */
    private static double at(double[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /** Returns three significant digits; more would say more than was measured. */
    static String text(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(3)).toPlainString();
    }
}
