package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.quality.RetestLine;
import stemma.quality.RetestQuery;

import java.util.List;

/** What is to be tested again. */
final class RetestTelling {
    private RetestTelling() {}

    /** {@code retests within 31 days}. */
    static @Nullable Sentence read(Words words) {
        if (!words.take("retests", "within")) return null;
        int days = Integer.parseInt(words.next("how many days"));
        words.expect("days");
        RetestQuery query =
                new RetestQuery(days, "", "", "", RetestQuery.Sort.RETEST, 0, Integer.MAX_VALUE);
        return scene -> {
            List<String> lines = scene.plant().retests().page(query).rows().stream()
                    .map(RetestTelling::words)
                    .toList();
            return lines.isEmpty() ? List.of("nothing") : lines;
        };
    }

    private static String words(RetestLine line) {
        return line.now().number() + "  " + line.quantity() + ", retest " + line.words()
                + (line.isSpecified() ? "" : ", no specification in force")
                + (line.inspection() == null ? "" : ", inspection open");
    }
}
