package stemma.exchange;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.SheetError;
import stemma.intake.Intake;
import stemma.intake.Signing;
import stemma.ledger.Answer;
import stemma.ledger.Rule;
import stemma.lots.Lots;
import stemma.sheets.Sheet;
import stemma.sheets.UnreadableSheet;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes documents from a file, all or none. First every document is tried against the record as it
 * is, and each row that something stands against is told; only a file without any is recorded, as
 * one submission.
 */
public final class DocumentFiles {
    private static final Pattern ROW = Pattern.compile("\\[(\\d+)\\]");
    private final Intake intake;
    private final Signing signing;
    private final Lots lots;

    public DocumentFiles(Intake intake, Signing signing, Lots lots) {
        this.intake = intake;
        this.signing = signing;
        this.lots = lots;
    }

    /** What is sent: the kind of documents, the bytes of the file, and how it is meant. */
    public record Sent(DocumentSheet kind, byte[] file, Wish wish, String because) {
        /** Whether it is tried only, and whether what it says has happened. */
        public enum Wish {
            CHECK,
            RECORD
        }

        private DocumentDrafts.Claimed claimed() {
            return because.isBlank()
                    ? new DocumentDrafts.Claimed("intent", "")
                    : new DocumentDrafts.Claimed("report", because.strip());
        }
    }

    /** What came of a file. */
    public sealed interface Result {
        /**
         * It is in order: so many documents are new, so many stand already; nothing is recorded.
         */
        record InOrder(int rows, int fresh, int standing) implements Result {}

        /** So many documents are recorded, so many stood before. */
        record Recorded(int rows, int fresh, int standing) implements Result {}

        /** Nothing is recorded; every row with what stands against it. */
        record Refused(List<SheetError> errors) implements Result {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /** Is told how far the taking of a file has come. */
    @FunctionalInterface
    public interface Progress {
        void at(Loading.Stage stage, int done, int of);
    }

    /** Takes a file, or tries it. */
    public Result take(Caller caller, Sent sent, Progress progress) {
        if (!sent.because().isBlank()) caller.require(Permission.REPORT_FACT);
        progress.at(Loading.Stage.READING, 0, 0);
        Sheet sheet;
        try {
            sheet = Sheet.read(sent.file());
        } catch (UnreadableSheet refused) {
            return refused(new SheetError(1, "file", "", refused.code(), refused.sentence()));
        }
        List<SheetError> headings =
                sheet.faults(sent.kind().columns(), sent.kind().needed()).stream()
                        .map(fault -> new SheetError(
                                1,
                                fault.heading(),
                                fault.heading(),
                                fault.code(),
                                fault.sentence()))
                        .toList();
        if (!headings.isEmpty()) return new Result.Refused(headings);
        List<DocumentRow> rows = DocumentDrafts.rows(sent.kind(), sheet);
        List<DocumentDrafts.Draft> drafts =
                new DocumentDrafts(sent.kind(), sent.claimed(), lots).of(sound(rows));
        Set<String> standing = tried(caller, drafts, progress);
        List<SheetError> errors = rows.stream()
                .flatMap(row -> row.errors().stream())
                .sorted(Comparator.comparingInt(SheetError::line))
                .toList();
        if (!errors.isEmpty()) return new Result.Refused(errors);
        int fresh = drafts.size() - standing.size();
        if (sent.wish() == Sent.Wish.CHECK || fresh == 0) {
            return new Result.InOrder(rows.size(), fresh, standing.size());
        }
        progress.at(Loading.Stage.RECORDING, 0, fresh);
        return recorded(caller, drafts, standing, rows.size());
    }

    private static Result refused(SheetError error) {
        return new Result.Refused(List.of(error));
    }

    /** A document with a row that cannot be read is not tried at all. */
    private static List<DocumentRow> sound(List<DocumentRow> rows) {
        return rows.stream().filter(row -> row.errors().isEmpty()).toList();
    }

    /** Tries every document; returns those that stand already as they are here. */
    private Set<String> tried(Caller caller, List<DocumentDrafts.Draft> drafts, Progress progress) {
        List<DocumentDrafts.Draft> readable = drafts.stream()
                .filter(draft ->
                        draft.rows().stream().allMatch(row -> row.errors().isEmpty()))
                .toList();
        List<Intake.Taken> taken = intake.rehearse(
                caller.author(),
                readable.stream().map(DocumentDrafts.Draft::event).toList(),
                signing.gate(caller),
                done -> progress.at(Loading.Stage.CHECKING, done, readable.size()));
        Set<String> standing = new HashSet<>();
        for (int i = 0; i < taken.size(); i++) {
            DocumentDrafts.Draft draft = readable.get(i);
            switch (taken.get(i)) {
                case Intake.Taken.Answered(Answer.Appended(var _, var novelty)) -> {
                    if (novelty == Answer.Novelty.REPEATED) standing.add(draft.id());
                }
                case Intake.Taken.Answered(Answer.Refused(var _, var why)) -> {
                    if (why.all().isEmpty())
                        blame(draft, why.element(), why.code(), why.sentence());
                    why.all().forEach(v -> blame(draft, v.element(), v.code(), v.sentence()));
                }
                case Intake.Taken.Turned(var _, var problem) ->
                    blame(
                            draft,
                            problem.details().getOrDefault("element", ""),
                            problem.code(),
                            problem.sentence());
            }
        }
        return standing;
    }

    /** Tells the row that an element of the event came from; of the whole event, the first. */
    private static void blame(
            DocumentDrafts.Draft draft, String element, String code, String sentence) {
        Matcher row = ROW.matcher(element);
        int at = row.find() ? Integer.parseInt(row.group(1)) : 0;
        DocumentRow blamed = draft.rows().get(Math.min(at, draft.rows().size() - 1));
        String said = code.equals(Rule.EVENT_ID_REUSED.code())
                ? "this document stands in the record with other content; correct it there"
                : sentence;
        boolean waits = code.equals(Rule.LOT_UNKNOWN.code()) && blamed.takesFrom() > 0;
        blamed.error(
                column(element, code),
                code,
                waits
                        ? "the lot is brought in by line " + blamed.takesFrom()
                                + ", which is refused"
                        : said);
    }

    private static String column(String element, String code) {
        if (code.equals(Rule.EVENT_ID_REUSED.code())) return "";
        if (code.equals(Rule.LOCATION_UNKNOWN.code())) return "location";
        String member = element.substring(element.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
        return switch (member) {
            case "" -> "";
            case "number" -> "lot";
            case "to", "from" -> "location";
            case "lots", "lines", "inputs", "outputs" -> "lot";
            case "occurredAt" -> "when";
            case "shipTo" -> "ship_to";
            case "catchWeight" -> "catch_weight";
            case "bestBefore" -> "best_before";
            default -> member;
        };
    }

    private Result recorded(
            Caller caller, List<DocumentDrafts.Draft> drafts, Set<String> standing, int rows) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode events = all.putArray("events");
        List<DocumentDrafts.Draft> fresh = new ArrayList<>();
        for (DocumentDrafts.Draft draft : drafts) {
            if (standing.contains(draft.id())) continue;
            fresh.add(draft);
            events.add(draft.event());
        }
        return switch (intake.take(caller.author(), all, signing.gate(caller))) {
            case Answer.Appended _ -> new Result.Recorded(rows, fresh.size(), standing.size());
            case Answer.Refused(var event, var why) -> {
                for (DocumentDrafts.Draft draft : fresh) {
                    if (!draft.id().equals(event.toString())) continue;
                    blame(draft, why.element(), why.code(), why.sentence());
                    yield new Result.Refused(draft.rows().stream()
                            .flatMap(row -> row.errors().stream())
                            .toList());
                }
                yield refused(new SheetError(1, "file", "", why.code(), why.sentence()));
            }
        };
    }
}
