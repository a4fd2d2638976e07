package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Direction;
import stemma.inquiry.Moment;
import stemma.inquiry.Past;
import stemma.inquiry.TraceDifference;
import stemma.ledger.Reason;
import stemma.shell.Refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints in what the traces of two moments differ, and because of which entries. */
final class DifferenceTelling {
    private DifferenceTelling() {}

    /**
     * {@code difference of trace forward F-101 between 08:00 and now}: what came in, went out and
     * changed; {@code sealed 12} in place of a time is the log sealed to so many entries.
     */
    static @Nullable Sentence read(Words words) {
        if (!words.take("difference")) return null;
        words.expect("of");
        words.expect("trace");
        Direction direction = Asking.direction(words);
        String root = words.next("a root");
        words.expect("between");
        Function<Scene, Moment> one = moment(words);
        words.expect("and");
        Function<Scene, Moment> other = moment(words);
        return scene -> {
            try {
                return lines(scene.plant()
                        .inquiry()
                        .differing()
                        .between(
                                RootTelling.asked(scene, root),
                                direction,
                                one.apply(scene),
                                other.apply(scene)));
            } catch (Refused refused) {
                return List.of("refused " + refused.problem().code());
            }
        };
    }

    private static Function<Scene, Moment> moment(Words words) {
        if (words.take("now")) return _ -> new Moment.Now();
        if (words.take("sealed")) {
            String size = words.next("a sealed size");
            try {
                long entries = Long.parseLong(size);
                return _ -> new Moment.SealedTo(entries);
            } catch (NumberFormatException notANumber) {
                throw words.wrong("\"" + size + "\" is not a number of entries,");
            }
        }
        When when = When.readTime(words);
        return scene -> new Moment.KnownAt(scene.clock().to(when, scene.cast().zone(Cast.MAIN)));
    }

    private static List<String> lines(TraceDifference difference) {
        if (difference.isNothing()) return List.of("nothing");
        List<String> lines = new ArrayList<>();
        List<Long> seqs =
                difference.entries().stream().map(e -> e.recorded().seq()).toList();
        for (TraceDifference.Row row : difference.rows()) lines.add(row(row, seqs));
        for (int i = 0; i < seqs.size(); i++)
            lines.add((i + 1) + "  " + entry(difference.entries().get(i)));
        return lines;
    }

    private static String row(TraceDifference.Row row, List<Long> seqs) {
        String because = row.because().stream()
                .map(seq -> Integer.toString(seqs.indexOf(seq) + 1))
                .collect(Collectors.joining(", "));
        return word(row.kind()) + " " + row.name() + " " + word(row.turn())
                + (row.about().isEmpty() ? "" : ", " + row.about())
                + (row.turn() == TraceDifference.Turn.CHANGED
                        ? ", from " + row.before() + " to " + row.after()
                        : "")
                + "  (" + because + ")";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String entry(Past past) {
        Reason reason = past.reason();
        return past.heading()
                + (past.ended().isEmpty() ? "" : ", instead of: " + past.ended())
                + ", by " + past.recorded().author().actor().code()
                + (reason == null ? "" : ", because " + reason.code());
    }
}
