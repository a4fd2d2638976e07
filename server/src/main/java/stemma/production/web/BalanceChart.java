package stemma.production.web;

import stemma.production.MassBalance;
import stemma.production.RunYield;
import stemma.quantity.Quantity;
import stemma.stock.Handled;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The mass balance of a run or an order as bars on one scale of 1,000: what went in, and beneath it
 * where it went, each bar beginning where the one above ends; what is unaccounted is marked.
 */
public record BalanceChart(String name, List<Bar> bars, Allowed allowed, String verdict) {
    private static final int WIDE = 1_000;

    /** One bar with what it says in words; {@code tone} is how it is drawn. */
    public record Bar(
            String words, String amount, String share, int from, int width, String tone) {}

    /** Where what came out would be within the tolerance; of no width without a tolerance. */
    public record Allowed(int from, int width, String words) {}

    public BalanceChart {
        bars = List.copyOf(bars);
    }

    static BalanceChart of(RunYield told) {
        MassBalance.Sums sums = told.sums();
        BigDecimal in = sums.in().amount();
        BigDecimal explained = sums.out().amount().add(sums.lost().amount());
        BigDecimal most = in.max(explained).max(BigDecimal.ONE.movePointLeft(9));
        Scale scale = new Scale(in, most);
        List<Bar> bars = new ArrayList<>();
        bars.add(scale.bar("Went in", sums.in(), BigDecimal.ZERO, "in"));
        bars.add(scale.bar("Came out", sums.out(), BigDecimal.ZERO, "out"));
        bars.add(scale.bar("Lost, as recorded", sums.lost(), sums.out().amount(), "lost"));
        boolean isTooMuch = sums.unaccounted().isNegative();
        bars.add(scale.bar(
                isTooMuch ? "More than went in" : "Unaccounted",
                isTooMuch ? sums.unaccounted().negated() : sums.unaccounted(),
                isTooMuch ? in : explained,
                "open"));
        return new BalanceChart(told.name(), bars, allowed(told, scale), verdict(told));
    }

    /** Amounts as places on the scale, and in percent of what went in. */
    private record Scale(BigDecimal in, BigDecimal most) {
        int at(BigDecimal amount) {
            return amount.multiply(BigDecimal.valueOf(WIDE))
                    .divide(most, 0, RoundingMode.HALF_UP)
                    .intValue();
        }

        private String percent(BigDecimal amount) {
            return amount.movePointRight(2).divide(in, 1, RoundingMode.HALF_UP).toPlainString()
                    + " %";
        }

        Bar bar(String words, Quantity quantity, BigDecimal from, String tone) {
            int start = at(from);
            int end = at(from.add(quantity.amount()));
            boolean isSeen = !quantity.isZero();
            return new Bar(
                    words,
                    Handled.shown(quantity),
                    in.signum() == 0 ? "" : percent(quantity.amount()),
                    start,
                    isSeen ? Math.max(2, end - start) : 0,
                    tone);
        }
    }

    private static Allowed allowed(RunYield told, Scale scale) {
        BigDecimal tolerance = told.tolerancePercent();
        if (tolerance == null) return new Allowed(0, 0, "");
        BigDecimal in = told.sums().in().amount();
        BigDecimal some = in.multiply(tolerance).movePointLeft(2);
        int from = scale.at(in.subtract(some));
        int to = Math.min(WIDE, scale.at(in.add(some)));
        return new Allowed(
                from,
                Math.max(0, to - from),
                tolerance.stripTrailingZeros().toPlainString() + " % either way is allowed");
    }

    private static String verdict(RunYield told) {
        BigDecimal tolerance = told.tolerancePercent();
        if (told.sums().unaccounted().isZero()) return "all accounted for";
        if (tolerance == null) return "no tolerance is set";
        return told.sums().isWithin(tolerance) ? "within the tolerance" : "outside the tolerance";
    }

    /** Says whether what is unexplained calls for somebody. */
    public boolean isOutside() {
        return verdict.startsWith("outside");
    }
}
