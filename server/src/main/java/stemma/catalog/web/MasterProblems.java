package stemma.catalog.web;

import stemma.catalog.MalformedMaster;
import stemma.catalog.MasterRefusal;
import stemma.catalog.SheetError;
import stemma.journal.MalformedJson;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How refusals of the catalog are told to programs and on pages without a form. */
final class MasterProblems {
    // What stands in the way is the state of the record, not what was typed.
    private static final Set<String> CONFLICTS = Set.of(
            "master_exists",
            "revised_meanwhile",
            "tracking_has_history",
            "base_unit_has_history",
            "gtin_taken",
            "conversion_contradicts",
            "recipe_revision_fixed",
            "order_fixed",
            "signature_missing");

    private MasterProblems() {}

    static Optional<Problem> explain(Throwable failure) {
        return switch (failure) {
            case MalformedMaster bad ->
                Optional.of(Problem.of(bad.code(), 422, sentence(String.valueOf(bad.getMessage())))
                        .with("field", bad.field()));
            case MalformedJson bad ->
                Optional.of(Problem.of(bad.code(), 400, sentence(String.valueOf(bad.getMessage())))
                        .with("line", Integer.toString(bad.line()))
                        .with("column", Integer.toString(bad.column())));
            default -> Optional.empty();
        };
    }

    /** Returns what the catalog refused, and put into the trail but for a master it never had. */
    static Refused ofAmendment(List<MasterRefusal> refusals) {
        Problem problem = refused(refusals).problem();
        boolean isKept = !problem.code().equals("master_unknown");
        return new Refused(isKept ? problem.kept() : problem);
    }

    /** Returns the first refusal as the problem, the others beside it. */
    static Refused refused(List<MasterRefusal> refusals) {
        MasterRefusal first = refusals.getFirst();
        Problem problem = Problem.of(
                        first.code(),
                        CONFLICTS.contains(first.code())
                                ? 409
                                : first.code().equals("master_unknown") ? 404 : 422,
                        sentence(first.sentence()))
                .advising(first.whatToDo())
                .with("field", first.field())
                .with("master", first.key().toString());
        for (int i = 1; i < refusals.size(); i++) {
            MasterRefusal more = refusals.get(i);
            problem = problem.with(
                    "also" + i, more.code() + " " + more.field() + ": " + more.sentence());
        }
        return new Refused(problem);
    }

    /** Returns the first error in what was sent as the problem, the others beside it. */
    static Refused malformed(List<SheetError> errors) {
        SheetError first = errors.getFirst();
        Problem problem = Problem.of(first.code(), 422, sentence(first.sentence()))
                .with("field", first.column())
                .with("value", first.value());
        for (int i = 1; i < errors.size(); i++) {
            SheetError more = errors.get(i);
            problem = problem.with(
                    "also" + i, more.code() + " " + more.column() + ": " + more.sentence());
        }
        return new Refused(problem);
    }

    private static String sentence(String text) {
        String begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
