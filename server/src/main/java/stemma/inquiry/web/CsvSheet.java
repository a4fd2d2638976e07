package stemma.inquiry.web;

import jakarta.servlet.http.HttpServletResponse;

import stemma.access.Caller;
import stemma.genealogy.Completeness;
import stemma.inquiry.Insight;
import stemma.inquiry.Subject;
import stemma.shell.CsvFile;
import stemma.shell.SiteTime;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A table as a file that can stand alone: its first lines say what was asked, by whom, when, how
 * far the log was sealed and how complete the answer is. No cell can begin a formula.
 */
final class CsvSheet implements AutoCloseable {
    private final CsvFile file;

    private CsvSheet(CsvFile file) {
        this.file = file;
    }

    static CsvSheet open(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + CsvFile.named(name) + "\"");
        return new CsvSheet(CsvFile.to(response.getWriter()));
    }

    /** Writes the heading lines and one empty line. */
    void heading(
            String question,
            Subject subject,
            Caller caller,
            Instant at,
            ZoneId zone,
            Insight insight,
            Completeness complete) {
        SiteTime time = new SiteTime(zone);
        row("Question", question);
        row("About", subject.title(), subject.query());
        row("Asked by", caller.person().printedName(), caller.actor().code());
        row("Asked at", time.wall(at) + " " + time.zoneName(at), time.iso(at));
        insight.knownAt()
                .ifPresent(then -> row(
                        "As known at",
                        time.wall(then) + " " + time.zoneName(then),
                        time.iso(then)));
        row(
                "Sealed size",
                Long.toString(complete.sealedSize()),
                "unsealed",
                Long.toString(complete.unsealed()));
        row("Completeness", Words.statement(complete, insight));
        complete.gaps().forEach(gap -> row("Gap", gap.code(), gap.sentence()));
        row("");
    }

    void row(String... cells) {
        row(List.of(cells));
    }

    void row(List<String> cells) {
        file.row(cells);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
