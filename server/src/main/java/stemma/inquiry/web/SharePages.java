package stemma.inquiry.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import stemma.access.Caller;
import stemma.genealogy.Path;
import stemma.identifiers.Portion;
import stemma.inquiry.Comparing;
import stemma.inquiry.Inquiry;
import stemma.inquiry.ShareAnswer;
import stemma.inquiry.Subject;
import stemma.sheets.SheetFormat;
import stemma.shell.CsvFile;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;

/** What several things share: as a page, as a file and for programs. */
@Controller
class SharePages {
    private final Comparing comparing;
    private final Asked asked;
    private final ZoneId zone;

    SharePages(Inquiry inquiry, Asked asked, ZoneId zone) {
        this.comparing = inquiry.comparing();
        this.asked = asked;
        this.zone = zone;
    }

    @GetMapping("/share")
    String share(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int thingsFrom,
            Model model) {
        ShareAnswer answer = answer(sent);
        KnownAtView known = KnownAtView.of("/share", answer.subject(), "", answer.insight(), zone);
        model.addAttribute("page", SharePage.of(answer, known, only, from, thingsFrom));
        return "inquiry/share";
    }

    private ShareAnswer answer(MultiValueMap<String, String> sent) {
        return comparing.share(asked.rooted(sent), asked.knownAt(sent));
    }

    /** Proves by which way a lot may have come into each of the asked. */
    @GetMapping("/share/why")
    String why(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam String of,
            Model model) {
        Subject subject = asked.rooted(sent);
        Portion portion = Portion.of(of.strip());
        Map<Integer, Path> ways = comparing.ways(subject, portion, asked.knownAt(sent));
        model.addAttribute("subject", subject);
        model.addAttribute("of", asked.subject("", "", of));
        model.addAttribute("ways", ways);
        return "inquiry/share-why";
    }

    @GetMapping("/api/v1/shares")
    @ResponseBody
    Map<String, Object> api(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String of) {
        if (of.isBlank()) return ShareJson.of(answer(sent));
        Subject subject = asked.rooted(sent);
        return ShareJson.ways(
                subject, comparing.ways(subject, Portion.of(of.strip()), asked.knownAt(sent)));
    }

    @GetMapping("/share.csv")
    void csv(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        ShareAnswer answer = answer(sent);
        try (CsvSheet sheet = CsvSheet.open(response, answer.subject().title() + "-share")) {
            sheet.heading(
                    ShareSheet.QUESTION,
                    answer.subject(),
                    caller,
                    answer.at(),
                    zone,
                    answer.insight(),
                    answer.completeness());
            sheet.row(ShareSheet.HEADINGS);
            ShareSheet.rows(answer).forEach(sheet::row);
        }
    }

    @GetMapping("/share.xlsx")
    void xlsx(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        ShareAnswer answer = answer(sent);
        String name = CsvFile.named(answer.subject().title() + "-share");
        response.setContentType(SheetFormat.XLSX.mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + name.replaceAll("csv$", "xlsx") + "\"");
        SheetFormat.workbook(
                CsvSheet.lines(
                        ShareSheet.QUESTION,
                        answer.subject(),
                        caller,
                        answer.at(),
                        zone,
                        answer.insight(),
                        answer.completeness()),
                ShareSheet.HEADINGS,
                ShareSheet.rows(answer),
                response.getOutputStream());
    }
}
