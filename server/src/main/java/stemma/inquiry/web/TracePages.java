package stemma.inquiry.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.identifiers.Portion;
import stemma.inquiry.Inquiry;
import stemma.inquiry.LotLine;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceQuery;
import stemma.inquiry.TraceRow;
import stemma.inquiry.Why;
import stemma.lots.Lot;
import stemma.nonconformance.CaseQuery;
import stemma.nonconformance.Cases;
import stemma.printing.PlateSvg;
import stemma.quality.Dispositions;

import java.time.ZoneId;
import java.util.List;

/** The two-way trace as picture, table and outline. */
@Controller
class TracePages {
    private final Inquiry inquiry;
    private final Asked asked;
    private final TracePictures pictures;
    private final ZoneId zone;
    private final Cases cases;
    private final Dispositions dispositions;
    private final EquipmentSought equipment;

    TracePages(
            Inquiry inquiry,
            Asked asked,
            TracePictures pictures,
            ZoneId zone,
            Cases cases,
            Dispositions dispositions,
            EquipmentSought equipment) {
        this.equipment = equipment;
        this.dispositions = dispositions;
        this.cases = cases;
        this.inquiry = inquiry;
        this.asked = asked;
        this.pictures = pictures;
        this.zone = zone;
    }

    @GetMapping("/trace")
    String trace(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        TraceAsked about = asked.trace(sent);
        TracePage.View shown = TracePage.View.of(view);
        List<TraceAnswer> answers = shown == TracePage.View.PICTURE
                ? pictures.ask(about)
                : rows(about, new Rows(shown, only.strip(), sort, from));
        List<TracePage> pages = answers.stream()
                .map(answer -> new TracePage(
                        answer,
                        KnownAtView.of("/trace", about.subject(), "", answer.insight(), zone),
                        shown,
                        shown == TracePage.View.OUTLINE ? Math.max(0, from) : 0,
                        open(caller, answer),
                        dispositions.of(shown(answer))))
                .toList();
        model.addAttribute("pages", pages);
        model.addAttribute("direction", about.direction());
        model.addAttribute("equipment", equipment.of(answers));
        if (shown == TracePage.View.PICTURE)
            model.addAttribute(
                    "picture", picture(about, answers, pages.getFirst().knownAt()));
        return "inquiry/trace";
    }

    /** Of the rows on the page only: what a trace reaches has no end. */
    private CasesOfLots open(Caller caller, TraceAnswer answer) {
        return CasesOfLots.of(cases, caller, shown(answer), CaseQuery.Standing.OPEN);
    }

    private static List<Lot> shown(TraceAnswer answer) {
        return answer.rows().stream()
                .map(TraceRow::line)
                .map(LotLine::lot)
                .distinct()
                .toList();
    }

    private record Rows(TracePage.View view, String only, String sort, int from) {}

    private List<TraceAnswer> rows(TraceAsked about, Rows rows) {
        int from = rows.view() == TracePage.View.TABLE ? Math.max(0, rows.from()) : 0;
        TraceQuery.Order order = TraceQuery.Order.ofCode(rows.sort());
        return inquiry.tracesApportioned(
                about.subject(),
                about.ways().stream()
                        .map(way -> new TraceQuery(way, rows.only(), order, from, TraceQuery.PAGE))
                        .toList(),
                about.knownAt());
    }

    private PicturePage picture(TraceAsked about, List<TraceAnswer> answers, KnownAtView knownAt) {
        TracePictures.Found found = pictures.find(answers, about.picture());
        return new PicturePage(
                about.subject(),
                about.direction(),
                knownAt,
                about.picture(),
                found.joined(),
                found.all(),
                found.whole(),
                found.drawn(),
                PlateSvg.page(pictures.plate(found, List.of())));
    }

    /** Proves why one lot stands in the trace. */
    @GetMapping("/trace/why")
    String why(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "forward") String direction,
            @RequestParam String of,
            Model model) {
        Subject subject = asked.subject(sent);
        Why why = inquiry.why(
                subject,
                TraceAsked.ways(direction).getLast(),
                Portion.of(of.strip()),
                asked.knownAt(sent));
        model.addAttribute("why", why);
        model.addAttribute(
                "back",
                "/trace?" + subject.query() + "&direction=" + direction
                        + KnownAtView.of("/trace", subject, "", why.insight(), zone)
                                .query());
        return "inquiry/why";
    }
}
