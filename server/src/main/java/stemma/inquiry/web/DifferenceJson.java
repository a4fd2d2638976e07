package stemma.inquiry.web;

import stemma.inquiry.Past;
import stemma.inquiry.Side;
import stemma.inquiry.TraceDifference;

import java.util.Locale;
import java.util.Map;

/** In what two moments' answers differ, for programs; entries are named by their seq. */
final class DifferenceJson {
    private DifferenceJson() {}

    static Map<String, Object> of(TraceDifference difference) {
        return RootsJson.with(
                difference.subject(),
                AnswerJson.map(
                        "direction", word(difference.direction()),
                        "at", difference.at().toString(),
                        "earlier", side(difference.earlier()),
                        "later", side(difference.later()),
                        "rows",
                                difference.rows().stream()
                                        .map(DifferenceJson::row)
                                        .toList(),
                        "entries",
                                difference.entries().stream()
                                        .map(DifferenceJson::entry)
                                        .toList()));
    }

    private static Map<String, Object> side(Side side) {
        return AnswerJson.map(
                "knownAt",
                side.insight().knownAt().orElseThrow().toString(),
                "sealedSize",
                side.isNow()
                        ? side.insight().sealed().size()
                        : side.insight().known().size(),
                "unsealed",
                side.isNow() ? side.insight().sealed().unsealed() : 0,
                "lots",
                side.completeness().lots(),
                "runs",
                side.completeness().runs(),
                "links",
                side.completeness().links().orElseThrow(),
                "gaps",
                side.completeness().gaps().size());
    }

    private static Map<String, Object> row(TraceDifference.Row row) {
        boolean isChanged = row.turn() == TraceDifference.Turn.CHANGED;
        return AnswerJson.map(
                "kind", word(row.kind()),
                "turn", word(row.turn()),
                "name", row.name(),
                "id", row.id(),
                "about", row.about().isEmpty() ? null : row.about(),
                "earlier", isChanged ? row.before() : null,
                "later", isChanged ? row.after() : null,
                "because", row.because().stream().map(String::valueOf).toList());
    }

    private static Map<String, Object> entry(Past past) {
        Map<String, Object> told = AnswerJson.past(past);
        told.put("heading", past.heading());
        if (!past.ended().isEmpty()) told.put("ended", past.ended());
        return told;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
