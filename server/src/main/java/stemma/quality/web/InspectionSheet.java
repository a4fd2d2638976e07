package stemma.quality.web;

import java.util.List;

/** Inspections as a table for spreadsheets. */
final class InspectionSheet {
    static final List<String> HEADINGS = List.of(
            "lots",
            "item",
            "revision",
            "site",
            "opened by",
            "opened at",
            "due",
            "state",
            "overdue",
            "results",
            "changed since",
            "corrected after it was signed");

    private InspectionSheet() {}

    static List<String> cells(InspectionRow row) {
        var one = row.card().inspection();
        return List.of(
                row.numbers(),
                row.card().specification().item().code(),
                Integer.toString(one.revision()),
                one.site().code(),
                one.occasion().word(),
                one.openedAt().toString(),
                one.due() == null ? "" : one.due().toString(),
                one.state().word(),
                row.isOverdue() ? "yes" : "",
                row.card().verdict().conclusion().word(),
                row.card().changedSince() ? "yes" : "",
                row.card().corrections().isEmpty() ? "" : "yes");
    }
}
