package stemma.inquiry.web;

import stemma.access.Caller;
import stemma.inquiry.Past;
import stemma.inquiry.TraceDifference;
import stemma.shell.SiteTime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** In what two moments' answers differ, as a table that says in itself what was asked and why. */
final class DifferenceSheet {
    static final List<String> HEADINGS =
            List.of("what", "turn", "name", "id", "about", "earlier", "later", "because of entry");

    private final TraceDifference difference;
    private final Caller caller;
    private final SiteTime time;

    DifferenceSheet(TraceDifference difference, Caller caller, SiteTime time) {
        this.difference = difference;
        this.caller = caller;
        this.time = time;
    }

    String name() {
        return difference.subject().title() + "-difference-"
                + Words.plain(difference.direction().name());
    }

    /** Returns what was asked by whom and when, both moments, and each entry that is named. */
    List<List<String>> heading() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("Question", "What two moments' answers differ in"));
        lines.add(List.of("Direction", Words.direction(difference.direction())));
        lines.add(List.of(
                "About",
                difference.subject().title() + " (" + difference.subject().query() + ")"));
        lines.add(List.of(
                "Asked by",
                caller.person().printedName() + ", " + caller.actor().code()));
        lines.add(
                List.of("Asked at", time.wall(difference.at()) + " " + time.iso(difference.at())));
        for (var side : List.of(difference.earlier(), difference.later())) {
            String which = side == difference.earlier() ? "Earlier" : "Later";
            lines.add(List.of(which, Words.side(side, time)));
            lines.add(List.of(
                    which + ", completeness",
                    Words.headline(side.completeness()) + ". "
                            + Words.extent(side.completeness())));
        }
        difference.entries().forEach(entry -> lines.add(entry(entry)));
        return lines;
    }

    private List<String> entry(Past past) {
        StringBuilder told = new StringBuilder(past.heading());
        if (!past.ended().isEmpty()) told.append(", instead of: ").append(past.ended());
        told.append("; recorded ").append(time.iso(past.recorded().recordedAt()));
        told.append(" by ").append(past.recorded().author().actor().code());
        if (past.reason() != null)
            told.append("; reason ").append(Words.plain(past.reason().code()));
        if (past.reason() != null && !past.reason().text().isEmpty())
            told.append(": ").append(past.reason().text());
        return List.of("Entry " + past.recorded().seq(), told.toString());
    }

    List<List<String>> rows() {
        return difference.rows().stream().map(DifferenceSheet::row).toList();
    }

    private static List<String> row(TraceDifference.Row row) {
        return List.of(
                Words.plain(row.kind().name()),
                Words.plain(row.turn().name()),
                row.name(),
                row.id(),
                row.about(),
                row.before(),
                row.after(),
                row.because().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
