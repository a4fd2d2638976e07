package stemma.nonconformance.web;

import stemma.identifiers.ActorId;
import stemma.nonconformance.CaseHead;

import java.util.List;
import java.util.stream.Collectors;

/** A work list as a table for spreadsheets. */
final class CaseSheet {
    static final List<String> HEADINGS = List.of(
            "number",
            "kind",
            "site",
            "title",
            "severity",
            "state",
            "cause",
            "owner",
            "due",
            "next due",
            "waits for",
            "opened by",
            "opened at",
            "closed at");

    private CaseSheet() {}

    static List<String> cells(CaseHead head) {
        return List.of(
                head.number(),
                head.kind().words(),
                head.site().code(),
                head.title(),
                head.severity().word(),
                head.state().word(),
                head.cause() == null ? "" : head.cause().words(),
                head.owner().code(),
                head.due().toString(),
                head.nextDue() == null ? "" : head.nextDue().toString(),
                head.waitsFor().stream().map(ActorId::code).collect(Collectors.joining(" ")),
                head.openedBy().code(),
                head.openedAt().toString(),
                head.closedAt() == null ? "" : head.closedAt().toString());
    }
}
