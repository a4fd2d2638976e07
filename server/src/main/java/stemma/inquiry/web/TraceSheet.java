package stemma.inquiry.web;

import stemma.genealogy.LotShare;
import stemma.inquiry.ShareWords;
import stemma.inquiry.Stage;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceRow;
import stemma.shell.SiteTime;

import java.util.ArrayList;
import java.util.List;

/** The lots of a trace as a table for files: one row for each that a direction reached. */
final class TraceSheet {
    static final List<String> HEADINGS = headings();

    private TraceSheet() {}

    private static List<String> headings() {
        List<String> head = new ArrayList<>(List.of(
                "direction",
                "generation",
                "lot",
                "lot id",
                "item",
                "name",
                "status",
                "held",
                "expired",
                "made at UTC",
                "through",
                "evidence",
                "only through pools",
                "knowledge ends",
                "unit"));
        for (Stage stage : Stage.values()) head.add(stage.words());
        head.addAll(List.of(
                "of the suspect, expected",
                "at least",
                "at most",
                "unit of the suspect",
                "apportioned"));
        return List.copyOf(head);
    }

    static List<List<String>> rows(List<TraceAnswer> answers, SiteTime time) {
        List<List<String>> rows = new ArrayList<>();
        for (TraceAnswer answer : answers)
            for (TraceRow row : answer.rows()) rows.add(cells(answer, row, time));
        return rows;
    }

    private static List<String> cells(TraceAnswer answer, TraceRow row, SiteTime time) {
        var reached = row.reached();
        List<String> cells = new ArrayList<>(List.of(
                Words.plain(answer.direction().name()),
                Integer.toString(reached.depth()),
                row.line().number(),
                reached.portion().toString(),
                reached.lot().item().code(),
                row.line().itemName(),
                Words.plain(row.line().status().name()),
                row.line().isHeld() ? "held" : "",
                row.line().isExpired() ? "expired" : "",
                time.iso(reached.lot().bornFrom()),
                String.join(" ", row.through()),
                Words.evidence(reached.evidence()),
                reached.onlyThroughPools() ? "yes" : "no",
                Words.ends(row.ends()),
                reached.lot().unit().code()));
        for (Stage stage : Stage.values()) {
            var quantity = row.where().get(stage);
            cells.add(quantity == null ? "0" : quantity.number());
        }
        cells.addAll(answer.share(row)
                .map(share -> shareCells(share, answer))
                .orElse(List.of("", "", "", "", "")));
        return cells;
    }

    /** Rounded to four digits, the bounds away from what is to be expected. */
    private static List<String> shareCells(LotShare share, TraceAnswer answer) {
        return List.of(
                share.expected().toPlainString(),
                share.minimum().toPlainString(),
                share.maximum().toPlainString(),
                answer.apportioned().orElseThrow().suspect().unit().code(),
                ShareWords.basis(share));
    }
}
