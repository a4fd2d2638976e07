package stemma.inquiry.web;

import stemma.genealogy.Path;
import stemma.genealogy.Sharing;
import stemma.inquiry.ShareAnswer;
import stemma.inquiry.SharedThing;
import stemma.inquiry.Subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What several things share, for programs; which of them is told by their place, from 0. */
final class ShareJson {
    private ShareJson() {}

    static Map<String, Object> of(ShareAnswer answer) {
        Map<String, Object> told = AnswerJson.map(
                "at", answer.at().toString(),
                "asked", answer.sharing().asked(),
                "lots", answer.shared().stream().map(lot -> lot(answer, lot)).toList(),
                "common", answer.common().stream().map(ShareJson::thing).toList());
        if (answer.isOfTwo()) {
            List<Object> apart = new ArrayList<>();
            answer.lotsApart().forEach(lot -> apart.add(lot(answer, lot)));
            answer.runsApart().forEach(run -> apart.add(run(run)));
            told.put("apart", apart);
        }
        told.put("completeness", AnswerJson.completeness(answer.completeness(), answer.insight()));
        return RootsJson.with(answer.subject(), told);
    }

    private static Map<String, Object> lot(ShareAnswer answer, Sharing.SharedLot lot) {
        return AnswerJson.map(
                "lot", lot.portion().toString(),
                "number", lot.lot().number().text(),
                "item", lot.lot().item().code(),
                "name", answer.names().item(lot.lot().item()),
                "in", sorted(lot.by()),
                "nearest", lot.nearest(),
                "turn", lot.turn().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> run(Sharing.SharedRun run) {
        return AnswerJson.map(
                "run", run.run().id().code(),
                "in", sorted(run.by()),
                "turn", run.turn().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> thing(SharedThing thing) {
        return AnswerJson.map(
                "kind", thing.kind().name().toLowerCase(Locale.ROOT),
                "name", thing.name(),
                "about", thing.about(),
                "in", sorted(thing.by()));
    }

    private static List<Integer> sorted(Set<Integer> by) {
        return by.stream().sorted().toList();
    }

    static Map<String, Object> ways(Subject subject, Map<Integer, Path> ways) {
        List<Object> told = new ArrayList<>();
        ways.forEach((asked, path) -> told.add(AnswerJson.map(
                "in", asked,
                "sentence", path.sentence(),
                "evidence", path.weakest().name().toLowerCase(Locale.ROOT))));
        return RootsJson.with(subject, new LinkedHashMap<>(Map.of("ways", told)));
    }
}
