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
import java.util.ArrayList;
import java.util.List;

/**
 * A table as a file that can stand alone: its first lines say what was asked, by whom, when, how
 * far the log was sealed and how complete the answer is. No cell can begin a formula.
 */
final class CsvSheet implements AutoCloseable {
    private final CsvFile file;
    private long rows;

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
        lines(question, subject, caller, at, zone, insight, complete).forEach(this::row);
        row("");
    }

    /** Returns the lines that a table in a file begins with, so that it can stand alone. */
    static List<List<String>> lines(
            String question,
            Subject subject,
            Caller caller,
            Instant at,
            ZoneId zone,
            Insight insight,
            Completeness complete) {
        SiteTime time = new SiteTime(zone);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("Question", question));
        lines.add(List.of("About", subject.title(), subject.query()));
        lines.add(List.of(
                "Asked by", caller.person().printedName(), caller.actor().code()));
        lines.add(List.of("Asked at", time.wall(at) + " " + time.zoneName(at), time.iso(at)));
        insight.knownAt()
                .ifPresent(then -> lines.add(List.of(
                        "As known at",
                        time.wall(then) + " " + time.zoneName(then),
                        time.iso(then))));
        lines.add(List.of(
                "Sealed size",
                Long.toString(complete.sealedSize()),
                "unsealed",
                Long.toString(complete.unsealed())));
        lines.add(List.of("Completeness", Words.statement(complete, insight)));
        complete.gaps().forEach(gap -> lines.add(List.of("Gap", gap.code(), gap.sentence())));
        return lines;
    }

    /** Begins a table that is written while it is read: {@link #end} says how many rows it has. */
    void begin(List<String> head) {
        row(head);
        rows = 0;
    }

    /** Says that these were all, so that a file that was cut off is known by its end. */
    void end() {
        List<String> end = List.of("End", Words.count(rows, "row", "rows"));
        row("");
        row(end);
    }

    void row(String... cells) {
        row(List.of(cells));
    }

    void row(List<String> cells) {
        file.row(cells);
        rows++;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
