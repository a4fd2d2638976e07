package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * How many samples are taken of a lot: a number that is fixed, the square root of the number of
 * packages and one more, rounded up, or as the table says for a level and a limit. {@code count} is
 * the fixed number, or how much of the base unit one package or one unit looked at holds.
 */
public record SamplingPlan(
        Rule rule,
        int count,
        SamplingTable.@Nullable Level level,
        @Nullable String limit) {
    private static final int MOST = 10_000;

    /** By what the number of samples is found. */
    public enum Rule {
        FIXED,
        ROOT,
        TABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refused with {@code sampling_invalid}. */
    public SamplingPlan {
        if (count < 1 || count > MOST)
            throw invalid("sampling.count", "A sampling plan counts from 1 to " + MOST + ".");
        boolean isWhole = level != null && limit != null;
        if (rule == Rule.TABLE && !isWhole)
            throw invalid("level", "Sampling by the table names a level and a limit (AQL).");
        if (rule != Rule.TABLE && (level != null || limit != null))
            throw invalid("sampling", "A level and a limit (AQL) go with sampling by the table.");
        if (limit != null && !SamplingTable.LIMITS.contains(limit))
            throw invalid(
                    "aql",
                    "The table has no limit " + limit + "; it has "
                            + String.join(", ", SamplingTable.LIMITS) + ".");
    }

    private static Refused invalid(String element, String sentence) {
        return new Refused(Problem.of("sampling_invalid", 422, sentence).with("element", element));
    }

    /** Returns how many samples are taken of so much. */
    public int samples(BigDecimal amount) {
        return switch (rule) {
            case FIXED -> count;
            case ROOT -> {
                BigDecimal packages = pieces(amount);
                int root = packages.sqrt(MathContext.DECIMAL64)
                        .setScale(0, RoundingMode.UP)
                        .min(BigDecimal.valueOf(MOST))
                        .intValueExact();
                yield packages.min(BigDecimal.valueOf(root + 1L))
                        .max(BigDecimal.ONE)
                        .intValueExact();
            }
            case TABLE -> plan(amount).map(SamplingTable.Plan::samples).orElseThrow();
        };
    }

    /** Returns what the table says for so much; nothing where it is not asked. */
    public Optional<SamplingTable.Plan> plan(BigDecimal amount) {
        if (level == null || limit == null) return Optional.empty();
        long lot = pieces(amount).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
        return Optional.of(SamplingTable.plan(level, limit, lot));
    }

    private BigDecimal pieces(BigDecimal amount) {
        return amount.divide(BigDecimal.valueOf(count), 0, RoundingMode.UP);
    }

    /** Returns the plan in words. */
    public String words() {
        return switch (rule) {
            case FIXED -> count == 1 ? "one sample" : count + " samples";
            case ROOT -> "√N + 1 of packages of " + count;
            case TABLE ->
                "level " + (level == null ? "" : level.words()) + ", AQL " + limit
                        + (count == 1 ? "" : ", of units of " + count);
        };
    }
}
