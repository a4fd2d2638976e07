package stemma.inquiry.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.genealogy.Direction;
import stemma.identifiers.Portion;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Stage;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceQuery;
import stemma.inquiry.TraceRow;
import stemma.inquiry.Why;
import stemma.shell.SiteTime;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two-way trace as table, outline and file. */
@Controller
class TracePages {
    private final Inquiry inquiry;
    private final Asked asked;
    private final ZoneId zone;

    TracePages(Inquiry inquiry, Asked asked, ZoneId zone) {
        this.inquiry = inquiry;
        this.asked = asked;
        this.zone = zone;
    }

    @GetMapping("/trace")
    String trace(
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String knownAt,
            @RequestParam(defaultValue = "both") String direction,
            @RequestParam(defaultValue = "table") String view,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        Subject subject = asked.subject(lot, item, id);
        Optional<Instant> moment = asked.knownAt(knownAt);
        TracePage.View shown =
                view.equals("outline") ? TracePage.View.OUTLINE : TracePage.View.TABLE;
        List<TracePage> pages = new ArrayList<>();
        for (Direction way : directions(direction)) {
            TraceQuery query = new TraceQuery(
                    way,
                    only.strip(),
                    TraceQuery.Order.ofCode(sort),
                    shown == TracePage.View.TABLE ? Math.max(0, from) : 0,
                    TraceQuery.PAGE);
            TraceAnswer answer = inquiry.trace(subject, query, moment);
            pages.add(new TracePage(
                    answer,
                    KnownAtView.of("/trace", subject, "", answer.insight(), zone),
                    shown,
                    shown == TracePage.View.OUTLINE ? Math.max(0, from) : 0));
        }
        model.addAttribute("pages", pages);
        model.addAttribute("direction", directions(direction).size() == 2 ? "both" : direction);
        return "inquiry/trace";
    }

    private static List<Direction> directions(String direction) {
        return switch (direction) {
            case "forward" -> List.of(Direction.FORWARD);
            case "backward" -> List.of(Direction.BACKWARD);
            default -> List.of(Direction.BACKWARD, Direction.FORWARD);
        };
    }

    /** Proves why one lot stands in the trace. */
    @GetMapping("/trace/why")
    String why(
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String knownAt,
            @RequestParam(defaultValue = "forward") String direction,
            @RequestParam String of,
            Model model) {
        Subject subject = asked.subject(lot, item, id);
        Why why = inquiry.why(
                subject,
                directions(direction).getLast(),
                Portion.of(of.strip()),
                asked.knownAt(knownAt));
        model.addAttribute("why", why);
        model.addAttribute(
                "back",
                "/trace?" + subject.query() + "&direction=" + direction
                        + KnownAtView.of("/trace", subject, "", why.insight(), zone)
                                .query());
        return "inquiry/why";
    }

    @GetMapping("/trace.csv")
    void file(
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String knownAt,
            @RequestParam(defaultValue = "forward") String direction,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        Subject subject = asked.subject(lot, item, id);
        Direction way = directions(direction).getLast();
        TraceAnswer answer = inquiry.trace(subject, TraceQuery.all(way), asked.knownAt(knownAt));
        try (CsvSheet sheet = CsvSheet.open(response, subject.title() + "-trace-" + direction)) {
            sheet.heading(
                    Words.direction(way),
                    subject,
                    caller,
                    answer.at(),
                    zone,
                    answer.insight(),
                    answer.trace().completeness());
            List<String> head = new ArrayList<>(List.of(
                    "generation",
                    "lot",
                    "lot id",
                    "item",
                    "name",
                    "status",
                    "held",
                    "made at UTC",
                    "through",
                    "evidence",
                    "only through pools",
                    "unit"));
            for (Stage stage : Stage.values()) head.add(stage.words());
            sheet.row(head);
            SiteTime time = new SiteTime(zone);
            for (TraceRow row : answer.rows()) sheet.row(cells(row, time));
        }
    }

    private static List<String> cells(TraceRow row, SiteTime time) {
        var reached = row.reached();
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(reached.depth()),
                row.line().number(),
                reached.portion().toString(),
                reached.lot().item().code(),
                row.line().itemName(),
                Words.plain(row.line().status().name()),
                row.line().isHeld() ? "held" : "",
                time.iso(reached.lot().bornFrom()),
                String.join(" ", row.through()),
                Words.evidence(reached.evidence()),
                reached.onlyThroughPools() ? "yes" : "no",
                reached.lot().unit().code()));
        for (Stage stage : Stage.values()) {
            var quantity = row.where().get(stage);
            cells.add(quantity == null ? "0" : quantity.number());
        }
        return cells;
    }
}
