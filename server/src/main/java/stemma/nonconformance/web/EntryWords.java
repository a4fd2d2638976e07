package stemma.nonconformance.web;

import stemma.nonconformance.CaseEntry;
import stemma.nonconformance.CaseSubject;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an entry says, in the words of a page. */
final class EntryWords {
    private EntryWords() {}

    static String what(CaseEntry entry) {
        return switch (entry) {
            case CaseEntry.Opened _ -> "opened";
            case CaseEntry.Amended _ -> "changed";
            case CaseEntry.Tied _ -> "tied to more";
            case CaseEntry.Assessed assessed ->
                assessed.reportable() == null
                        ? "assessed"
                        : switch (assessed.reportable()) {
                            case YES -> "assessed: reportable to an authority";
                            case NO -> "assessed: not reportable";
                        };
            case CaseEntry.Investigated said -> "investigated: " + said.cause().words();
            case CaseEntry.Decided _ -> "decided";
            case CaseEntry.ActionPlanned planned -> "action planned for " + planned.owner();
            case CaseEntry.ActionDone done -> "action " + done.action() + " done";
            case CaseEntry.CheckPlanned planned -> "check planned for " + planned.due();
            case CaseEntry.Checked checked ->
                switch (checked.effect()) {
                    case EFFECTIVE -> "checked: it worked";
                    case NOT_EFFECTIVE -> "checked: it did not work, to be looked into again";
                };
            case CaseEntry.Replied _ -> "replied";
            case CaseEntry.Closed _ -> "closed";
            case CaseEntry.Reopened _ -> "opened again";
            case CaseEntry.ComplainantErased _ -> "complainant erased";
        };
    }

    static String words(CaseEntry entry) {
        return switch (entry) {
            case CaseEntry.Opened opened -> opened.account();
            case CaseEntry.Amended amended -> amended(amended);
            case CaseEntry.Tied tied ->
                tied.subjects().stream().map(CaseSubject::words).collect(Collectors.joining(", "))
                        + (tied.words().isEmpty() ? "" : ": " + tied.words());
            case CaseEntry.Assessed said -> said.words();
            case CaseEntry.Investigated said -> said.words();
            case CaseEntry.Decided said -> said.words();
            case CaseEntry.ActionPlanned planned -> planned.action() + ", due " + planned.due();
            case CaseEntry.ActionDone done -> done.words();
            case CaseEntry.CheckPlanned planned -> planned.criterion();
            case CaseEntry.Checked checked -> checked.words();
            case CaseEntry.Replied said -> said.words() + " (" + said.on() + ")";
            case CaseEntry.Closed said -> said.words();
            case CaseEntry.Reopened said -> said.reason();
            case CaseEntry.ComplainantErased said -> said.reason();
        };
    }

    private static String amended(CaseEntry.Amended amended) {
        List<String> parts = new ArrayList<>();
        if (amended.title() != null) parts.add("title \"" + amended.title() + "\"");
        if (amended.severity() != null) parts.add(amended.severity().word());
        if (amended.owner() != null) parts.add("owner " + amended.owner());
        if (amended.due() != null) parts.add("due " + amended.due());
        return String.join(", ", parts) + ": " + amended.reason();
    }
}
