package stemma.nonconformance.web;

import stemma.nonconformance.CaseFigures;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the bars of a picture are, in its own units; the table beside it has the numbers. */
public final class Bars {
    private static final int STEP = 44;
    private static final int HIGHEST = 110;
    private static final int ROW = 26;
    private static final int LONGEST = 210;
    private static final int LETTERS = 22;

    private Bars() {}

    /** Two bars side by side above a label. */
    public record Pair(int x, int first, int second, String label) {}

    /** A bar that lies beside its label. */
    public record Lying(int y, int length, String label, int count) {}

    /** Returns the bars of months, opened beside closed. */
    public static List<Pair> of(List<CaseFigures.Month> months) {
        int most = 1;
        for (CaseFigures.Month month : months)
            most = Math.max(most, Math.max(month.opened(), month.closed()));
        List<Pair> bars = new ArrayList<>();
        for (CaseFigures.Month month : months)
            bars.add(new Pair(
                    bars.size() * STEP,
                    month.opened() * HIGHEST / most,
                    month.closed() * HIGHEST / most,
                    month.month().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)));
        return bars;
    }

    /** Returns a bar for each count. */
    public static List<Lying> lying(List<CaseFigures.Count> counts) {
        int most = counts.stream().mapToInt(CaseFigures.Count::cases).max().orElse(1);
        List<Lying> bars = new ArrayList<>();
        for (CaseFigures.Count count : counts) {
            String label = count.what().length() > LETTERS
                    ? count.what().substring(0, LETTERS - 1) + "…"
                    : count.what();
            bars.add(new Lying(
                    bars.size() * ROW,
                    count.cases() * LONGEST / Math.max(1, most),
                    label,
                    count.cases()));
        }
        return bars;
    }
}
