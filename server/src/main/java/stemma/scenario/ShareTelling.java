package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Path;
import stemma.genealogy.Sharing;
import stemma.identifiers.Portion;
import stemma.inquiry.Comparing;
import stemma.inquiry.ShareAnswer;
import stemma.inquiry.Subject;
import stemma.shell.Refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints what several roots have in common upstream, and where two of them part. */
final class ShareTelling {
    private ShareTelling() {}

    /**
     * {@code share B-1, B-2}: lots, other things and where two part; {@code share of F-1 in B-1,
     * B-2}: the ways by which one came into each.
     */
    static @Nullable Sentence read(Words words) {
        if (words.take("share", "of")) {
            LotName of = LotName.read(words);
            words.expect("in");
            String text = RootTelling.text(words);
            return scene -> ways(scene, of, text);
        }
        if (!words.take("share")) return null;
        String text = RootTelling.text(words);
        return scene -> {
            try {
                return lines(scene, comparing(scene).share(asked(scene, text), Optional.empty()));
            } catch (Refused refused) {
                return List.of("refused " + refused.problem().code());
            }
        };
    }

    private static Comparing comparing(Scene scene) {
        return scene.plant().inquiry().comparing();
    }

    private static Subject asked(Scene scene, String text) {
        return RootTelling.asked(scene, text);
    }

    private static List<String> ways(Scene scene, LotName of, String text) {
        Portion portion = scene.names().family(of).getFirst();
        return comparing(scene)
                .ways(asked(scene, text), portion, Optional.empty())
                .values()
                .stream()
                .map(Path::sentence)
                .toList();
    }

    private static List<String> lines(Scene scene, ShareAnswer answer) {
        List<String> lines = new ArrayList<>();
        for (Sharing.SharedLot lot : answer.shared())
            lines.add(scene.names().words(lot.portion()) + "  " + lot.lot().item() + ", in "
                    + answer.called(lot.by()) + ", nearest " + lot.nearest());
        answer.common()
                .forEach(thing -> lines.add(thing.kind().words() + " " + thing.name()
                        + (thing.about().isEmpty() ? "" : " " + thing.about()) + ", in "
                        + answer.called(thing.by())));
        if (!answer.isOfTwo()) return lines;
        for (Sharing.SharedLot lot : answer.lotsApart())
            lines.add("only in " + answer.called(lot.by().iterator().next()) + ": "
                    + scene.names().words(lot.portion()) + ", " + turn(lot.turn()));
        for (Sharing.SharedRun run : answer.runsApart())
            lines.add("only in " + answer.called(run.by().iterator().next()) + ": run "
                    + run.run().id() + ", " + turn(run.turn()));
        return lines;
    }

    private static String turn(Sharing.Turn turn) {
        return turn.name().toLowerCase(Locale.ROOT);
    }
}
