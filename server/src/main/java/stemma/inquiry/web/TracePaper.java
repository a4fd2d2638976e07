package stemma.inquiry.web;

import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceRow;
import stemma.picturing.CaptionLine;
import stemma.printing.Paper;
import stemma.shell.Badge;
import stemma.shell.SiteTime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A trace on paper: what was asked and how complete the answer is, the picture, and each lot in a
 * row. More lots than {@value #MOST_ROWS} are no reading: then the paper says where each is told.
 */
public record TracePaper(
        String subject,
        List<CaptionLine> heading,
        String shown,
        List<Part> parts,
        boolean isTold,
        Equipment equipment)
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

    /** Equipment that was not fit: how much of it, and each use in a row, as far as rows go. */
    public record Equipment(String words, List<Use> uses, int untold) {}

    /** One use. */
    public record Use(String resource, String of, String from, String to, String wrong) {}

    static TracePaper of(
            String subject,
            List<CaptionLine> heading,
            String shown,
            List<TraceAnswer> answers,
            EquipmentFound equipment,
            SiteTime time) {
        List<Part> parts = new ArrayList<>();
        for (TraceAnswer answer : answers) {
            List<Line> lines =
                    answer.rows().stream().map(row -> line(answer, row, time)).toList();
            parts.add(new Part(Words.direction(answer.direction()), lines));
        }
        return new TracePaper(
                subject, heading, shown, parts, !answers.isEmpty(), equipment(equipment, time));
    }

    private static Equipment equipment(EquipmentFound found, SiteTime time) {
        List<Use> uses = found.uses().stream()
                .limit(MOST_ROWS)
                .map(use -> new Use(
                        use.resource().code(),
                        use.of(),
                        moment(use.from(), time),
                        moment(use.to(), time),
                        EquipmentFound.sentences(use)))
                .toList();
        return new Equipment(found.words(), uses, found.uses().size() - uses.size());
    }

    private static String moment(Instant at, SiteTime time) {
        return time.wall(at) + " " + time.zoneName(at);
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
                moment(reached.lot().bornFrom(), time));
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
