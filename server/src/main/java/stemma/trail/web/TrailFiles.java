package stemma.trail.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import stemma.access.Caller;
import stemma.journal.Journal;
import stemma.printing.Export;
import stemma.sheets.SheetFormat;
import stemma.shell.CsvFile;
import stemma.shell.Figure;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shell.SiteTime;
import stemma.trail.Trail;
import stemma.trail.TrailLine;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A slice of the trail as a file that says itself what was asked, by whom, when and how sealed. */
@Controller
class TrailFiles {
    private static final int MOST_ROWS = 100_000;
    private final Trail trail;
    private final Journal journal;
    private final InstantSource now;
    private final SiteTime time;

    TrailFiles(Trail trail, Journal journal, InstantSource now, ZoneId zone) {
        this.trail = trail;
        this.journal = journal;
        this.now = now;
        this.time = new SiteTime(zone);
    }

    /** The whole of it, however long: it leaves as it is read. */
    @GetMapping("/trail.csv")
    void csv(Caller caller, TrailAsked asked, HttpServletResponse response) throws IOException {
        var question = asked.question(time.zone());
        var about = about(caller, asked);
        begin(response, "csv", SheetFormat.CSV.mediaType());
        try (CsvFile file = CsvFile.to(response.getWriter())) {
            about.forEach(file::row);
            file.row(List.of(""));
            file.row(TrailSheet.HEADINGS);
            trail.each(caller, question, line -> file.row(TrailSheet.row(line, time)));
        }
    }

    @GetMapping("/trail.xlsx")
    void xlsx(Caller caller, TrailAsked asked, HttpServletResponse response) throws IOException {
        List<List<String>> rows = lines(caller, asked, MOST_ROWS).stream()
                .map(line -> TrailSheet.row(line, time))
                .toList();
        begin(response, "xlsx", SheetFormat.XLSX.mediaType());
        SheetFormat.workbook(
                about(caller, asked), TrailSheet.HEADINGS, rows, response.getOutputStream());
    }

    @GetMapping("/trail.pdf")
    void pdf(Caller caller, TrailAsked asked, HttpServletResponse response) throws IOException {
        List<TrailLine> lines = lines(caller, asked, TrailPaper.MOST_LINES);
        TrailPaper paper = new TrailPaper(asked.words(), journal.sealed().size(), lines, time);
        byte[] pdf = Export.pdf(paper, caller.person().printedName(), at(), time);
        begin(response, "pdf", "application/pdf");
        response.getOutputStream().write(pdf);
    }

    private List<TrailLine> lines(Caller caller, TrailAsked asked, int most) {
        List<TrailLine> lines = new ArrayList<>();
        trail.each(caller, asked.question(time.zone()), line -> {
            lines.add(line);
            if (lines.size() > most)
                throw new Refused(Problem.of(
                                "trail_too_long",
                                422,
                                "This slice has more than " + Figure.grouped(most) + " lines.")
                        .notRecording("")
                        .advising("Ask for a shorter period, or take the CSV file."));
        });
        return lines;
    }

    private List<List<String>> about(Caller caller, TrailAsked asked) {
        return TrailSheet.about(asked, caller, at(), journal.sealed().size(), time);
    }

    private Instant at() {
        return now.instant();
    }

    private static void begin(HttpServletResponse response, String ending, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"audit-trail." + ending + "\"");
    }
}
