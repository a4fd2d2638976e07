package stemma.intake;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.ledger.Answer;
import stemma.ledger.Recorded;
import stemma.ledger.Rule;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * Where a page of work gives in what a person did: the same JSON that {@code POST /api/v1/events}
 * takes. What stands against it comes back as a value, to be shown above the form; what the person
 * may not do at all is refused by exception.
 */
public final class Desk {
    private final Intake intake;
    private final Signing signing;

    public Desk(Intake intake, Signing signing) {
        this.intake = intake;
        this.signing = signing;
    }

    /** What became of what was given in. */
    public sealed interface Outcome {
        /** It is recorded; the events in their order, those the ledger added among them. */
        record Recorded(List<stemma.ledger.Recorded> events) implements Outcome {}

        /** Nothing was recorded but the attempt; the objection that wins stands first. */
        record Objected(List<Objection> objections) implements Outcome {
            public Objected {
                objections = List.copyOf(objections);
            }
        }
    }

    /** Gives in an event, or {@code {"events": […]}} to be recorded all or none. */
    public Outcome give(Caller caller, ObjectNode draft) {
        try {
            return switch (intake.take(caller.author(), draft, signing.gate(caller))) {
                case Answer.Appended(List<Recorded> events, var _) -> new Outcome.Recorded(events);
                case Answer.Refused(var _, var why) ->
                    new Outcome.Objected(
                            why.all().isEmpty()
                                    ? List.of(new Objection(
                                            why.code(),
                                            why.element(),
                                            why.sentence(),
                                            Objection.Remedy.CORRECT))
                                    : why.all().stream()
                                            .sorted(Rule.PRECEDENCE)
                                            .map(Objection::of)
                                            .toList());
            };
        } catch (Refused refused) {
            return objected(refused);
        }
    }

    /** A missing permission and a fault of the house are for the whole page, not for the form. */
    private static Outcome objected(Refused refused) {
        Problem problem = refused.problem();
        if (problem.status() != 422 && problem.status() != 409) throw refused;
        return new Outcome.Objected(List.of(Objection.of(problem)));
    }

    /** Says whether this person may state as a fact what was objected to. */
    public static boolean mayState(Caller caller) {
        return caller.may(Permission.REPORT_FACT);
    }
}
