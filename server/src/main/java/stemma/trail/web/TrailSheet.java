package stemma.trail.web;

import stemma.access.Caller;
import stemma.shell.SiteTime;
import stemma.trail.Difference;
import stemma.trail.TrailLine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of the trail as cells of a table, and what stands above them in a file. */
final class TrailSheet {
    static final List<String> HEADINGS = List.of(
            "seq",
            "position",
            "recorded at",
            "zone",
            "recorded at UTC",
            "who",
            "actor",
            "action",
            "subject",
            "sites",
            "items",
            "field",
            "before",
            "after",
            "refused with",
            "why",
            "session",
            "device",
            "entry",
            "leaf");

    private TrailSheet() {}

    static List<List<String>> about(
            TrailAsked asked, Caller caller, Instant at, long sealedSize, SiteTime time) {
        return List.of(
                List.of("Audit trail", asked.words()),
                List.of(
                        "Asked by",
                        caller.person().printedName() + " (" + caller.actor().code() + ")"),
                List.of("Asked at", time.wall(at) + " " + time.zoneName(at) + " = " + time.iso(at)),
                List.of("Sealed size", Long.toString(sealedSize)));
    }

    /** Returns the cells of a line; its fields stand below one another in their cells. */
    static List<String> row(TrailLine line, SiteTime time) {
        List<String> cells = new ArrayList<>(List.of(
                Long.toString(line.seq()),
                line.position() == null ? "" : line.position().toString(),
                time.wall(line.recordedAt()),
                time.zoneName(line.recordedAt()),
                time.iso(line.recordedAt()),
                line.who(),
                line.author().actor().code(),
                line.action(),
                line.subject(),
                String.join(" ", line.sites().stream().sorted().toList()),
                String.join(" ", line.items().stream().sorted().toList())));
        for (Function<Difference, String> part : List.<Function<Difference, String>>of(
                Difference::field, Difference::before, Difference::after))
            cells.add(line.changes().stream().map(part).collect(Collectors.joining("\n")));
        cells.add(line.refusal() == null ? "" : line.refusal());
        cells.add(line.reason() == null ? "" : line.reason());
        cells.add(line.author().session());
        cells.add(line.author().device());
        cells.add(line.id().toString());
        cells.add(line.leaf());
        return cells;
    }
}
