package stemma.quality;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How many samples are taken of a lot: a number that is fixed, or the square root of the number of
 * packages and one more, rounded up. {@code count} is the fixed number, or how much of the base
 * unit one package holds.
 */
public record SamplingPlan(Rule rule, int count) {
    private static final int MOST = 10_000;

    /** By what the number of samples is found. */
    public enum Rule {
        FIXED,
        ROOT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refused with {@code sampling_invalid}. */
    public SamplingPlan {
        if (count < 1 || count > MOST)
            throw new Refused(
                    Problem.of("sampling_invalid", 422, "A sampling plan counts from 1 to " + MOST)
                            .with("element", "sampling.count"));
    }

    /** Returns how many samples are taken of so much. */
    public int samples(BigDecimal amount) {
        return switch (rule) {
            case FIXED -> count;
            case ROOT -> {
                BigDecimal packages = amount.divide(BigDecimal.valueOf(count), 0, RoundingMode.UP);
                int root = packages.sqrt(MathContext.DECIMAL64)
                        .setScale(0, RoundingMode.UP)
                        .min(BigDecimal.valueOf(MOST))
                        .intValueExact();
                yield packages.min(BigDecimal.valueOf(root + 1L))
                        .max(BigDecimal.ONE)
                        .intValueExact();
            }
        };
    }

    /** Returns the plan in words. */
    public String words() {
        return switch (rule) {
            case FIXED -> count == 1 ? "one sample" : count + " samples";
            case ROOT -> "√N + 1 of packages of " + count;
        };
    }
}
