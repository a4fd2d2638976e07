package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.gs1.Separators;
import stemma.identifiers.SiteCode;
import stemma.scanning.Meaning;
import stemma.scanning.ScanAnswer;
import stemma.scanning.ScanKind;
import stemma.scanning.ScanQuestion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints what a scan means, as the scanner's part of a page says it. */
final class ScanTelling {
    private ScanTelling() {}

    /**
     * {@code scan TEXT [expecting KIND, …] [new KIND, …] [at site SITE] [separators sent]}: the
     * separator is written {@code ␝}.
     */
    static @Nullable Sentence read(Words words) {
        if (!words.take("scan")) return null;
        String text = words.next("what the scanner sends");
        Set<ScanKind> expected = words.take("expecting") ? kinds(words) : Set.of();
        Set<ScanKind> fresh = words.take("new") ? kinds(words) : Set.of();
        Optional<SiteCode> site = words.take("at", "site")
                ? Optional.of(new SiteCode(words.next("a site")))
                : Optional.empty();
        Separators separators =
                words.take("separators", "sent") ? Separators.SENT : Separators.UNKNOWN;
        ScanQuestion question = new ScanQuestion(text, expected, fresh, site, separators);
        return scene -> lines(scene.plant().scanning().read(question));
    }

    private static Set<ScanKind> kinds(Words words) {
        Set<ScanKind> kinds = EnumSet.noneOf(ScanKind.class);
        words.list(one -> {
            String field = one.next("a kind such as lot");
            return kinds.add(ScanKind.ofField(field)
                    .orElseThrow(() -> words.wrong("\"" + field + "\" is nothing to scan,")));
        });
        return kinds;
    }

    private static List<String> lines(ScanAnswer answer) {
        List<String> lines = new ArrayList<>();
        String code = answer.code().isEmpty() ? "" : " " + answer.code();
        lines.add(answer.tone().word() + code + ": " + answer.says());
        answer.meaning().ifPresent(meaning -> lines.add("  " + fields(meaning)));
        answer.choices().forEach(choice -> lines.add("  or " + choice.says()));
        return lines;
    }

    private static String fields(Meaning meaning) {
        return meaning.fields().entrySet().stream()
                .filter(field -> !field.getKey().equals("lot-id"))
                .map(field -> field.getKey() + " " + field.getValue())
                .collect(Collectors.joining(", "));
    }
}
