package stemma.nonconformance;

import stemma.identifiers.ActorId;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.TreeSet;

/** What stands against an entry in a case; the first rule that is broken is told. */
final class CaseRules {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 8_000;

    private CaseRules() {}

    /** What a case needs before it can be opened. */
    static void opening(CaseEntry.Opened opened) {
        said("title", opened.title(), LONGEST_TITLE);
        said("account", opened.account(), LONGEST);
        said("foundAt", opened.foundAt(), LONGEST_TITLE);
        said("foundBy", opened.foundBy(), LONGEST_TITLE);
        if (opened.due().isBefore(opened.foundOn()))
            throw wrong("day_invalid", "due", "It is due before it was found.");
        Complaint complaint = opened.complaint();
        if (opened.kind() == CaseKind.COMPLAINT) {
            if (complaint == null)
                throw wrong("text_missing", "complaint", "A complaint says what is complained of.");
            said("complaint.product", complaint.product(), LONGEST_TITLE);
            said("complaint.nature", complaint.nature(), LONGEST);
        } else if (complaint != null) {
            throw wrong("field_unknown", "complaint", "Only a complaint has a complaint.");
        }
        if (opened.kind() == CaseKind.DEVIATION && blank(opened.instruction()))
            throw wrong(
                    "text_missing",
                    "instruction",
                    "A deviation says from which instruction it departs.");
        boolean atWork = opened.subjects().stream()
                .anyMatch(s -> s.kind() == SubjectKind.RUN || s.kind() == SubjectKind.ORDER);
        if (opened.kind() == CaseKind.DEVIATION && !atWork)
            throw wrong(
                    "subject_missing",
                    "subjects",
                    "A deviation names the run or the work order in which it happened.");
    }

    /** What stands against one more entry, signed by the signer if it is one to be signed. */
    static void check(CaseFile file, CaseEntry entry) {
        if (!file.isOpen()
                && !(entry instanceof CaseEntry.Reopened)
                && !(entry instanceof CaseEntry.ComplainantErased)) {
            throw new Refused(
                    Problem.of("case_closed", 409, "Case " + file.number() + " is closed.")
                            .advising("Open it again first, and say why."));
        }
        switch (entry) {
            case CaseEntry.Opened _ ->
                throw wrong("choice_unknown", "entry", "The case is opened already.");
            case CaseEntry.Amended amended -> said("reason", amended.reason(), LONGEST);
            case CaseEntry.Tied tied -> {
                if (tied.subjects().isEmpty())
                    throw wrong("subject_missing", "subjects", "Say what it is also about.");
            }
            case CaseEntry.Assessed assessed -> {
                said("words", assessed.words(), LONGEST);
                if (file.opened().kind() == CaseKind.COMPLAINT && assessed.reportable() == null)
                    throw wrong(
                            "reportable_undecided",
                            "reportable",
                            "A complaint is assessed by deciding whether an authority is told.");
            }
            case CaseEntry.Investigated said -> said("words", said.words(), LONGEST);
            case CaseEntry.Decided said -> said("words", said.words(), LONGEST);
            case CaseEntry.ActionPlanned planned -> said("action", planned.action(), LONGEST);
            case CaseEntry.ActionDone done -> action(file, done);
            case CaseEntry.CheckPlanned planned -> {
                said("criterion", planned.criterion(), LONGEST);
                if (openCheck(file))
                    throw wrong("check_open", "criterion", "A check is planned already.");
            }
            case CaseEntry.Checked checked -> checked(file, checked);
            case CaseEntry.Replied said -> said("words", said.words(), LONGEST);
            case CaseEntry.Closed closed -> closing(file, closed);
            case CaseEntry.Reopened reopened -> {
                said("reason", reopened.reason(), LONGEST);
                if (file.isOpen()) throw wrong("case_open", "entry", "The case is open.");
            }
            case CaseEntry.ComplainantErased erased -> said("reason", erased.reason(), LONGEST);
        }
    }

    private static void action(CaseFile file, CaseEntry.ActionDone done) {
        said("words", done.words(), LONGEST);
        if (done.action() < 1 || done.action() > file.actions().size())
            throw wrong("action_unknown", "action", "There is no action " + done.action() + ".");
        if (!file.actions().get(done.action() - 1).isOpen())
            throw wrong("action_done", "action", "Action " + done.action() + " is done already.");
    }

    private static void checked(CaseFile file, CaseEntry.Checked checked) {
        said("words", checked.words(), LONGEST);
        if (!openCheck(file))
            throw wrong("check_unknown", "entry", "No check is planned that could be made.");
        openActions(file);
    }

    /** A person who owes the result does not say that it is good. */
    static void signer(CaseFile file, CaseEntry entry, ActorId signer) {
        if (entry instanceof CaseEntry.Checked && signer.equals(file.owner())) {
            throw new Refused(Problem.of(
                            "checked_by_owner",
                            409,
                            "Whether it worked is said by another than " + signer
                                    + ", who owns the case.")
                    .advising("Let somebody else look and sign."));
        }
    }

    private static void closing(CaseFile file, CaseEntry.Closed closed) {
        said("words", closed.words(), LONGEST);
        openActions(file);
        if (openCheck(file))
            throw new Refused(
                    Problem.of("check_open", 409, "Nobody has said yet whether it worked.")
                            .advising("Make the check that is planned."));
        CaseKind kind = file.opened().kind();
        if (kind == CaseKind.CAPA
                && (file.checks().isEmpty() || !file.checks().getLast().isPassed())) {
            throw new Refused(Problem.of(
                            "effect_not_shown", 409, "A CAPA ends only with proof that it worked.")
                    .advising("Plan a check, and let another than the owner make it."));
        }
        TreeSet<CaseState> missing = new TreeSet<>(kind.needed());
        missing.removeAll(file.passed());
        if (!missing.isEmpty())
            throw new Refused(Problem.of(
                            "step_missing",
                            409,
                            "The case has not been " + missing.first().word() + ".")
                    .advising("Do that step first.")
                    .with("step", missing.first().word()));
        if (kind == CaseKind.COMPLAINT && file.replied().isEmpty())
            throw new Refused(
                    Problem.of("reply_missing", 409, "Nobody has told who complained anything.")
                            .advising("Enter the reply, or why there is none."));
    }

    private static void openActions(CaseFile file) {
        for (CaseAction action : file.actions()) {
            if (!action.isOpen()) continue;
            throw new Refused(Problem.of(
                            "action_open",
                            409,
                            "Action " + action.number() + " of " + action.owner() + " is not done.")
                    .advising("Enter that it is done, and what was done."));
        }
    }

    private static boolean openCheck(CaseFile file) {
        return !file.checks().isEmpty() && file.checks().getLast().isOpen();
    }

    private static boolean blank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void said(String element, String text, int longest) {
        if (text.isBlank()) throw wrong("text_missing", element, "Nothing is said here.");
        if (text.length() > longest)
            throw wrong("text_too_long", element, "At most " + longest + " characters fit here.");
    }

    static Refused wrong(String code, String element, String sentence) {
        return new Refused(Problem.of(code, 422, sentence)
                .advising("Put it right and send it again.")
                .with("element", element));
    }
}
