package stemma.intake;

import stemma.journal.CanonicalJson;
import stemma.ledger.Answer;
import stemma.ledger.EventJson;
import stemma.ledger.Recorded;
import stemma.ledger.Refusal;
import stemma.ledger.Rule;
import stemma.ledger.Violation;
import stemma.shell.Problem;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Answers of the ledger as programs read them. */
public final class AnswerJson {
    private AnswerJson() {}

    /**
     * Returns the recorded events, each with its seq and moment of recording: the same to the first
     * request and to each that repeats it.
     */
    public static ObjectNode of(Answer.Appended answer) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("answer", "appended");
        ArrayNode events = body.putArray("events");
        for (Recorded recorded : answer.events()) events.add(of(recorded));
        return body;
    }

    /** Returns one event as it stands. */
    public static ObjectNode of(Recorded recorded) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("seq", Long.toString(recorded.seq()));
        body.put("recordedAt", recorded.recordedAt().toString());
        body.put("actor", recorded.author().actor().code());
        body.set("event", EventJson.write(recorded.event()));
        return body;
    }

    /** Returns the refusal with every rule the event would break, the winning one first. */
    public static ObjectNode of(Answer.Refused answer) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("answer", "refused");
        body.put("event", answer.event().toString());
        body.put("code", answer.why().code());
        body.put("element", answer.why().element());
        body.put("detail", answer.why().sentence());
        body.put("notRecorded", Problem.NOTHING_RECORDED);
        ArrayNode all = body.putArray("violations");
        for (Violation violation : answer.why().all()) {
            ObjectNode one = all.addObject();
            one.put("code", violation.code());
            one.put("element", violation.element());
            if (violation.lot() != null) one.put("lot", violation.lot().toString());
            one.put("detail", violation.sentence());
        }
        return body;
    }

    /** Returns what became of one submission of many. */
    public static ObjectNode of(Intake.Taken taken) {
        return switch (taken) {
            case Intake.Taken.Answered(Answer.Appended answer) ->
                of(answer).put("repeated", answer.novelty() == Answer.Novelty.REPEATED);
            case Intake.Taken.Answered(Answer.Refused answer) -> of(answer);
            case Intake.Taken.Turned(var id, var problem) -> {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.put("answer", "refused");
                if (!id.isEmpty()) body.put("event", id);
                problem.details().forEach(body::put);
                body.put("code", problem.code());
                body.put("detail", problem.sentence());
                body.put("notRecorded", problem.notRecorded());
                yield body;
            }
        };
    }

    /**
     * Returns the problem a refused submission is told by: 422 where it was not understood, else
     * 409.
     */
    public static Problem problem(Answer.Refused answer) {
        Refusal why = answer.why();
        boolean malformed = Rule.of(why.code()).nature() == Rule.Nature.MALFORMED;
        String advice = malformed
                ? "Correct what is named and send it again under the same id."
                : "If it has already happened, state it as a report with a reason.";
        Problem problem = Problem.of(why.code(), malformed ? 422 : 409, why.sentence())
                .advising(advice)
                .with("element", why.element())
                .with("event", answer.event().toString())
                .kept();
        List<String> others = why.all().stream().map(Violation::code).distinct().toList();
        return others.size() > 1 ? problem.with("violations", String.join(" ", others)) : problem;
    }

    /** Returns the bytes of a tree, always in the same spelling. */
    public static byte[] bytes(ObjectNode tree) {
        return CanonicalJson.bytes(tree);
    }
}
