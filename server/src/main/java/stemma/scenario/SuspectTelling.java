package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Apportioned;
import stemma.genealogy.Direction;
import stemma.genealogy.LotShare;
import stemma.inquiry.ShareWords;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceQuery;
import stemma.inquiry.TraceRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints how much of a suspect is in each lot that may contain some of it. */
final class SuspectTelling {
    private SuspectTelling() {}

    /** {@code how much of F-101, F-102}: of the suspects, what is in each lot reached. */
    static @Nullable Sentence read(Words words) {
        if (!words.take("how", "much")) return null;
        words.expect("of");
        String text = RootTelling.text(words);
        return scene -> lines(scene, RootTelling.asked(scene, text));
    }

    private static List<String> lines(Scene scene, Subject subject) {
        TraceAnswer answer = scene.plant()
                .inquiry()
                .tracesApportioned(
                        subject, List.of(TraceQuery.all(Direction.FORWARD)), Optional.empty())
                .getFirst();
        if (answer.apportioned().isEmpty()) return List.of("nobody can say");
        Apportioned all = answer.apportioned().get();
        List<String> lines = new ArrayList<>();
        lines.add(ShareWords.headline(all));
        for (TraceRow row : answer.rows()) {
            LotShare share = all.of(row.reached());
            String basis = ShareWords.basis(share);
            lines.add(scene.names().words(row.reached().portion()) + "  "
                    + ShareWords.amount(share, all)
                    + (basis.isEmpty() ? "" : "  (" + basis + ")"));
        }
        return lines;
    }
}
