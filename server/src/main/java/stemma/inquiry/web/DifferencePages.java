package stemma.inquiry.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import stemma.access.Caller;
import stemma.inquiry.Differing;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Moment;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceDifference;
import stemma.sheets.SheetFormat;
import stemma.shell.CsvFile;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shell.SiteTime;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In what two moments' answers differ: as a page, as files and for programs. */
@Controller
class DifferencePages {
    private final Differing differing;
    private final Asked asked;
    private final ZoneId zone;

    DifferencePages(Inquiry inquiry, Asked asked, ZoneId zone) {
        this.differing = inquiry.differing();
        this.asked = asked;
        this.zone = zone;
    }

    /** Without an earlier moment the page only asks for one. */
    @GetMapping("/trace/difference")
    String difference(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "forward") String direction,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        Subject subject = asked.subject(sent);
        Optional<TraceDifference> difference = asked.moment(sent, "earlier")
                .map(earlier -> between(subject, direction, earlier, sent));
        model.addAttribute(
                "page", DifferencePage.of(subject, direction, sent, difference, only, from, zone));
        return "inquiry/difference";
    }

    private TraceDifference between(
            Subject subject, String direction, Moment earlier, MultiValueMap<String, String> sent) {
        return differing.between(
                subject,
                TraceAsked.ways(direction).getLast(),
                earlier,
                asked.moment(sent, "later").orElse(new Moment.Now()));
    }

    private TraceDifference answer(String direction, MultiValueMap<String, String> sent) {
        if (!direction.equals("forward") && !direction.equals("backward"))
            throw new Refused(Problem.of(
                            "direction_invalid",
                            422,
                            "Two answers are compared forward or backward.")
                    .notRecording("")
                    .advising("Ask for direction forward or backward."));
        Moment earlier = asked.moment(sent, "earlier")
                .orElseThrow(() -> new Refused(Problem.of(
                                "moment_missing", 422, "The address names no earlier moment.")
                        .notRecording("")
                        .advising("Add earlier= and a time, or earlierSize= and a sealed size.")));
        return between(asked.subject(sent), direction, earlier, sent);
    }

    @GetMapping("/api/v1/differences")
    @ResponseBody
    Map<String, Object> api(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "forward") String direction) {
        return DifferenceJson.of(answer(direction, sent));
    }

    @GetMapping("/trace/difference.csv")
    void csv(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "forward") String direction,
            HttpServletResponse response)
            throws IOException {
        DifferenceSheet sheet =
                new DifferenceSheet(answer(direction, sent), caller, new SiteTime(zone));
        begin(response, sheet, SheetFormat.CSV);
        try (CsvFile file = CsvFile.to(response.getWriter())) {
            sheet.heading().forEach(file::row);
            file.row(List.of(""));
            file.row(DifferenceSheet.HEADINGS);
            sheet.rows().forEach(file::row);
        }
    }

    @GetMapping("/trace/difference.xlsx")
    void xlsx(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "forward") String direction,
            HttpServletResponse response)
            throws IOException {
        DifferenceSheet sheet =
                new DifferenceSheet(answer(direction, sent), caller, new SiteTime(zone));
        begin(response, sheet, SheetFormat.XLSX);
        SheetFormat.workbook(
                sheet.heading(),
                DifferenceSheet.HEADINGS,
                sheet.rows(),
                response.getOutputStream());
    }

    private static void begin(
            HttpServletResponse response, DifferenceSheet sheet, SheetFormat format) {
        String name = CsvFile.named(sheet.name()).replaceAll("\\.csv$", format.ending());
        response.setContentType(format.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
