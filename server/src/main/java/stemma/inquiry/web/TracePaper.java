package stemma.inquiry.web;

import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceRow;
import stemma.picturing.CaptionLine;
import stemma.printing.Paper;
import stemma.shell.Badge;
import stemma.shell.SiteTime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A trace on paper: what was asked and how complete the answer is, the picture, and each lot in a
 * row. More lots than {@value #MOST_ROWS} are no reading: then the paper says where each is told.
 */
public record TracePaper(
        String subject, List<CaptionLine> heading, String shown, List<Part> parts, boolean isTold)
        implements Paper {
    /** The most rows that a paper has. */
    public static final int MOST_ROWS = 2_000;

    /** One direction of it. */
    public record Part(String title, List<Line> lines) {}

    /** One lot. */
    public record Line(
            int generation,
            String lot,
            String item,
            String through,
            String known,
            String where,
            String standing,
            String made) {}

    static TracePaper of(
            String subject,
            List<CaptionLine> heading,
            String shown,
            List<TraceAnswer> answers,
            SiteTime time) {
        List<Part> parts = new ArrayList<>();
        for (TraceAnswer answer : answers) {
            List<Line> lines =
                    answer.rows().stream().map(row -> line(answer, row, time)).toList();
            parts.add(new Part(Words.direction(answer.direction()), lines));
        }
        return new TracePaper(subject, heading, shown, parts, !answers.isEmpty());
    }

    private static Line line(TraceAnswer answer, TraceRow row, SiteTime time) {
        var reached = row.reached();
        String ends = Words.ends(row.ends());
        return new Line(
                reached.depth(),
                answer.subject().label(reached.lot())
                        + (reached.portion().count() > 1
                                ? ", " + Words.count(reached.portion().count(), "unit", "units")
                                : ""),
                row.line().itemName(),
                row.through().stream()
                        .map(Words::through)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                Words.evidence(reached.evidence())
                        + (reached.onlyThroughPools() ? ", only through untracked stock" : ""),
                Words.where(row.where()) + (ends.isEmpty() ? "" : " · " + ends),
                Words.badges(row.line()).stream()
                        .map(Badge::word)
                        .collect(Collectors.joining(", ")),
                time.wall(reached.lot().bornFrom()) + " "
                        + time.zoneName(reached.lot().bornFrom()));
    }

    @Override
    public String title() {
        return "Trace";
    }

    @Override
    public String query() {
        return "trace of " + subject + ": "
                + heading.stream()
                        .filter(line -> line.word().equals("Question"))
                        .map(CaptionLine::text)
                        .collect(Collectors.joining("; "));
    }

    @Override
    public String template() {
        return "inquiry/trace-paper";
    }
}
