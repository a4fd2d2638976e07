package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.inquiry.NamedRoot;
import stemma.inquiry.Subject;
import stemma.shell.Refused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints which lots and units the roots of a question mean. */
final class RootTelling {
    private RootTelling() {}

    /** {@code roots supplier:MillCo 2026-05-01..2026-05-31, receipt:R-7}: what each means. */
    static @Nullable Sentence read(Words words) {
        if (!words.take("roots")) return null;
        String text = text(words);
        return scene -> {
            try {
                Subject subject = asked(scene, text);
                return subject.named().stream().map(root -> line(scene, root)).toList();
            } catch (Refused refused) {
                return List.of("refused " + refused.problem().code());
            }
        };
    }

    /** Reads roots to the end of the sentence, a comma between them. */
    static String text(Words words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        while (!words.atEnd()) {
            if (words.take(",")) {
                lines.add(line.toString());
                line.setLength(0);
            } else line.append(line.isEmpty() ? "" : " ").append(words.next("a root"));
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    static Subject asked(Scene scene, String text) {
        return scene.plant().inquiry().rooted(text, scene.cast().zone(Cast.MAIN));
    }

    private static String line(Scene scene, NamedRoot root) {
        return root.words() + ": "
                + root.portions().stream()
                        .map((Portion portion) -> scene.names().words(portion))
                        .collect(Collectors.joining(", "));
    }
}
