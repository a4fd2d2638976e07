package stemma.inquiry.web;

import stemma.identifiers.Portion;
import stemma.inquiry.NamedRoot;
import stemma.inquiry.Subject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in an answer which lots and units the roots of any kind meant. */
final class RootsJson {
    private RootsJson() {}

    /** Returns the answer, with what its roots meant where they were named by their kind. */
    static Map<String, Object> with(Subject subject, Map<String, Object> answer) {
        if (subject.named().isEmpty()) return answer;
        Map<String, Object> rooted = new LinkedHashMap<>();
        rooted.put("roots", subject.named().stream().map(RootsJson::root).toList());
        rooted.putAll(answer);
        return rooted;
    }

    private static Map<String, Object> root(NamedRoot root) {
        List<String> lots = root.portions().stream().map(Portion::toString).toList();
        return AnswerJson.map(
                "root",
                root.asked().text(),
                "meant",
                root.words(),
                "count",
                lots.size(),
                "lots",
                lots);
    }
}
