package stemma.warehouse;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The stock summed up by how long it is still good, and by how old it is. */
public record StockByDate(List<Band> expiry, List<Band> age) {
    private static final int[] LEFT = {0, 8, 31, 91, 181};
    private static final List<String> LEFT_WORDS = List.of(
            "expired",
            "0 to 7 days left",
            "8 to 30 days",
            "31 to 90 days",
            "91 to 180 days",
            "longer");
    private static final int[] OLD = {8, 31, 91, 181};
    private static final List<String> OLD_WORDS =
            List.of("0 to 7 days old", "8 to 30 days", "31 to 90 days", "91 to 180 days", "older");

    public StockByDate {
        expiry = List.copyOf(expiry);
        age = List.copyOf(age);
    }

    /** One span of time: how many lots, and how much in words. */
    public record Band(String words, int lots, String amount) {}

    static StockByDate of(List<StockLine> lines) {
        List<Band> expiry = bands(lines, StockLine::daysLeft, LEFT, LEFT_WORDS);
        List<StockLine> endless =
                lines.stream().filter(line -> line.daysLeft() == null).toList();
        if (!endless.isEmpty()) expiry.add(band("does not expire", endless));
        return new StockByDate(expiry, bands(lines, StockLine::age, OLD, OLD_WORDS));
    }

    private static List<Band> bands(
            List<StockLine> lines,
            Function<StockLine, @Nullable Long> days,
            int[] bounds,
            List<String> words) {
        List<List<StockLine>> parts = new ArrayList<>();
        for (int i = 0; i <= bounds.length; i++) parts.add(new ArrayList<>());
        for (StockLine line : lines) {
            Long at = days.apply(line);
            if (at == null) continue;
            int band = 0;
            while (band < bounds.length && at >= bounds[band]) band++;
            parts.get(band).add(line);
        }
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) bands.add(band(words.get(i), parts.get(i)));
        return bands;
    }

    private static Band band(String words, List<StockLine> lines) {
        Set<Object> lots = new HashSet<>();
        lines.forEach(line -> lots.add(line.lot().lot().id()));
        return new Band(words, lots.size(), lines.isEmpty() ? "nothing" : StockPage.words(lines));
    }

    /** Returns the most lots of any band, by which the bars are drawn. */
    public static int most(List<Band> bands) {
        return Math.max(1, bands.stream().mapToInt(Band::lots).max().orElse(1));
    }
}
