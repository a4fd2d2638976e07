package stemma.production.web;

import stemma.production.RunYield;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What runs gave in percent of what went in, as bars on one scale of 1,000, with a mark for what
 * the recipe expects and a band for what it allows.
 */
public record YieldChart(List<Bar> bars) {
    private static final int WIDE = 1_000;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** One run: its bar, the mark and the band (of no width where nothing is expected). */
    public record Bar(
            String name,
            String percent,
            String expected,
            int width,
            int mark,
            int bandFrom,
            int bandWidth,
            RunYield.Verdict verdict) {
        public boolean isExpected() {
            return verdict != RunYield.Verdict.NOT_EXPECTED;
        }
    }

    public YieldChart {
        bars = List.copyOf(bars);
    }

    static YieldChart of(List<RunYield> yields) {
        BigDecimal most = ALL;
        for (RunYield told : yields) {
            most = most.max(told.percent());
            if (told.expected() != null) most = most.max(told.expected().add(told.allowance()));
        }
        BigDecimal scale = most;
        return new YieldChart(yields.stream().map(told -> bar(told, scale)).toList());
    }

    private static Bar bar(RunYield told, BigDecimal most) {
        BigDecimal expected = told.expected();
        BigDecimal around = told.allowance();
        int from = expected == null ? 0 : at(expected.subtract(around), most);
        int to = expected == null ? 0 : at(expected.add(around), most);
        return new Bar(
                told.name(),
                told.percent().toPlainString() + " %",
                expected == null
                        ? "not weighed by the recipe"
                        : expected.toPlainString() + " % ± " + around.toPlainString(),
                at(told.percent(), most),
                expected == null ? 0 : at(expected, most),
                from,
                to - from,
                told.verdict());
    }

    private static int at(BigDecimal percent, BigDecimal most) {
        return percent.multiply(BigDecimal.valueOf(WIDE))
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValue();
    }
}
