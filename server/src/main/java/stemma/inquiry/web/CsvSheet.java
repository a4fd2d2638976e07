package stemma.inquiry.web;

import de.siegmar.fastcsv.writer.CsvWriter;

import jakarta.servlet.http.HttpServletResponse;

import stemma.access.Caller;
import stemma.genealogy.Completeness;
import stemma.inquiry.Insight;
import stemma.inquiry.Subject;
import stemma.shell.SiteTime;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as a file that can stand alone: its first lines say what was asked, by whom, when, how
 * far the log was sealed and how complete the answer is. No cell can begin a formula.
 */
final class CsvSheet implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private final CsvWriter writer;

    private CsvSheet(CsvWriter writer) {
        this.writer = writer;
    }

    static CsvSheet open(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "-") + ".csv\"");
        // Spreadsheets take a file for UTF-8 only by this mark.
        response.getWriter().write('\uFEFF');
        return new CsvSheet(CsvWriter.builder().build(response.getWriter()));
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
        List<String> safe = new ArrayList<>(cells.size());
        for (String cell : cells) safe.add(safe(cell));
        writer.writeRecord(safe);
    }

    /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    static String safe(String cell) {
        if (cell.isEmpty() || NUMBER.matcher(cell).matches()) return cell;
        return switch (cell.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n' -> "'" + cell;
            default -> cell;
        };
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
