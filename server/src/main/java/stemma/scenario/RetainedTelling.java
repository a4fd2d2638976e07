package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.quality.RetainedLine;
import stemma.quality.RetainedQuery;
import stemma.shell.Refused;

import java.time.LocalDate;
import java.util.List;

/** What is kept as retained samples, and until when somebody says so. */
final class RetainedTelling {
    private RetainedTelling() {}

    /**
     * {@code retained}, {@code retained due}: what is kept; {@code retained T-1-R to 2030-01-31
     * because stability by quinn} says until when.
     */
    static @Nullable Sentence read(Words words) {
        if (!words.take("retained")) return null;
        if (words.atEnd()) return list(RetainedQuery.Show.ANY);
        for (RetainedQuery.Show show : RetainedQuery.Show.values())
            if (words.take(show.word())) return list(show);
        return kept(words);
    }

    private static Sentence kept(Words words) {
        LotName name = LotName.read(words);
        words.expect("to");
        LocalDate until = LocalDate.parse(words.next("a day"));
        String why = words.take("because") ? words.next("why") : "";
        words.expect("by");
        String person = words.next("a person");
        return scene -> {
            scene.acted();
            Portion lot = scene.names().one(name, scene::nextId);
            try {
                var kept = scene.plant().retaining().keep(scene.author(person), lot, until, why);
                return List.of("kept to " + kept.until() + ", " + kept.because());
            } catch (Refused refused) {
                return List.of("refused " + refused.problem().code());
            }
        };
    }

    private static Sentence list(RetainedQuery.Show show) {
        RetainedQuery query =
                new RetainedQuery(show, "", "", "", RetainedQuery.Sort.UNTIL, 0, Integer.MAX_VALUE);
        return scene -> {
            List<String> lines = scene.plant().retainedSamples().page(query).rows().stream()
                    .map(RetainedTelling::words)
                    .toList();
            return lines.isEmpty() ? List.of("nothing") : lines;
        };
    }

    private static String words(RetainedLine line) {
        String kept = line.isUnsaid()
                ? "nobody said until when"
                : "to " + line.retention().until() + ", " + line.retention().because();
        return line.stock().lot().number() + "  " + line.stock().amount() + " of " + line.of()
                + " at " + line.stock().place().replace(" / ", "/") + ", " + kept
                + (line.isDue() ? ", due for destruction" : "");
    }
}
