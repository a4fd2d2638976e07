package stemma.inquiry.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.inquiry.Inquiry;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceQuery;
import stemma.picturing.CaptionLine;
import stemma.printing.Export;
import stemma.printing.PlateSvg;
import stemma.sheets.SheetFormat;
import stemma.shell.CsvFile;
import stemma.shell.SiteTime;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A trace as a file that stands alone: picture, paper, tables, and JSON for programs. Each says in
 * itself what was asked, by whom and when, how far the log was sealed, and how complete it is.
 */
@Controller
class TraceFiles {
    private final Inquiry inquiry;
    private final Asked asked;
    private final TracePictures pictures;
    private final JsonMapper json;
    private final SiteTime time;
    private final EquipmentSought equipment;

    TraceFiles(
            Inquiry inquiry,
            Asked asked,
            TracePictures pictures,
            JsonMapper json,
            ZoneId zone,
            EquipmentSought equipment) {
        this.equipment = equipment;
        this.inquiry = inquiry;
        this.asked = asked;
        this.pictures = pictures;
        this.json = json;
        this.time = new SiteTime(zone);
    }

    @GetMapping("/trace.csv")
    void csv(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        TraceAsked about = asked.trace(sent);
        List<TraceAnswer> answers = rows(about);
        begin(response, about, "csv", "text/csv;charset=UTF-8");
        try (CsvFile file = CsvFile.to(response.getWriter())) {
            pairs(heading(answers, caller)).forEach(file::row);
            file.row(List.of(""));
            file.row(TraceSheet.HEADINGS);
            TraceSheet.rows(answers, time).forEach(file::row);
        }
    }

    @GetMapping("/trace.xlsx")
    void xlsx(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        TraceAsked about = asked.trace(sent);
        List<TraceAnswer> answers = rows(about);
        begin(response, about, "xlsx", SheetFormat.XLSX.mediaType());
        SheetFormat.workbook(
                pairs(heading(answers, caller)),
                TraceSheet.HEADINGS,
                TraceSheet.rows(answers, time),
                response.getOutputStream());
    }

    @GetMapping("/trace.json")
    void json(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        TraceAsked about = asked.trace(sent);
        List<TraceAnswer> answers = rows(about);
        begin(response, about, "json", "application/json");
        List<Object> heading = new ArrayList<>();
        for (CaptionLine line : TraceHeading.of(answers, caller, time))
            heading.add(AnswerJson.map("word", line.word(), "text", line.text()));
        Map<String, Object> told = AnswerJson.map(
                "about", about.subject().title(),
                "roots", about.subject().roots().stream().map(Object::toString).toList(),
                "askedBy", caller.actor().code(),
                "askedAt", answers.getFirst().at().toString(),
                "heading", heading,
                "answers",
                        answers.stream()
                                .map(answer -> AnswerJson.trace(answer, "links"))
                                .toList());
        json.writeValue(response.getOutputStream(), equipment.of(answers).in(told));
    }

    @GetMapping("/trace.svg")
    void svg(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        TraceAsked about = asked.trace(sent);
        List<TraceAnswer> answers = pictures.ask(about);
        TracePictures.Found found = pictures.find(answers, about.picture());
        List<CaptionLine> caption = new ArrayList<>(TraceHeading.of(answers, caller, time));
        caption.add(new CaptionLine("Equipment", equipment.of(answers).words()));
        caption.add(new CaptionLine("Shown", pictures.statement(found, about.picture())));
        begin(response, about, "svg", "image/svg+xml");
        String svg = PlateSvg.file(pictures.plate(found, caption));
        response.getOutputStream().write(svg.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/trace.pdf")
    void pdf(
            Caller caller,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response)
            throws IOException {
        TraceAsked about = asked.trace(sent);
        List<TraceAnswer> answers = pictures.ask(about);
        TracePictures.Found found = pictures.find(answers, about.picture());
        TracePaper paper = TracePaper.of(
                about.subject().title(),
                TraceHeading.of(answers, caller, time),
                pictures.statement(found, about.picture()),
                answers.stream().mapToInt(TraceAnswer::lots).sum() > TracePaper.MOST_ROWS
                        ? List.of()
                        : rows(about),
                equipment.of(answers),
                time);
        byte[] pdf = Export.pdf(
                paper,
                pictures.plate(found, List.of()),
                caller.person().printedName(),
                answers.getFirst().at(),
                time);
        begin(response, about, "pdf", "application/pdf");
        response.getOutputStream().write(pdf);
    }

    private List<CaptionLine> heading(List<TraceAnswer> answers, Caller caller) {
        List<CaptionLine> lines = new ArrayList<>(TraceHeading.of(answers, caller, time));
        lines.addAll(equipment.of(answers).lines(time));
        return lines;
    }

    private List<TraceAnswer> rows(TraceAsked about) {
        return inquiry.tracesApportioned(
                about.subject(),
                about.ways().stream().map(TraceQuery::all).toList(),
                about.knownAt());
    }

    private static void begin(
            HttpServletResponse response, TraceAsked about, String ending, String mediaType) {
        String name = about.subject().title() + "-trace-" + about.direction();
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "-") + "." + ending;
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + safe + "\"");
    }

    private static List<List<String>> pairs(List<CaptionLine> lines) {
        return lines.stream().map(line -> List.of(line.word(), line.text())).toList();
    }
}
