package stemma.trail.web;

import stemma.access.Caller;
import stemma.shell.SiteTime;
import stemma.trail.SeatLine;
import stemma.trail.Visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The entries of a seat as cells of a file, and what stands above them. */
final class SeatSheet {
    static final List<String> HEADINGS = Stream.concat(
                    TrailSheet.HEADINGS.stream(), Stream.of("other items", "other sites"))
            .toList();

    private SeatSheet() {}

    static List<List<String>> about(
            Visit visit, Caller caller, Instant at, long sealedSize, SiteTime time) {
        return List.of(
                List.of("Entries of a seat", String.join(", ", visit.seat().items())),
                List.of("Sites", SeatPage.sites(visit)),
                List.of("Recorded", SeatPage.days(visit, time)),
                List.of(
                        "Asked by",
                        caller.person().printedName() + " (" + caller.actor().code() + ")"),
                List.of("Asked at", time.wall(at) + " " + time.zoneName(at) + " = " + time.iso(at)),
                List.of("Sealed size", Long.toString(sealedSize)));
    }

    static List<String> row(SeatLine told, SiteTime time) {
        List<String> cells = new ArrayList<>(TrailSheet.row(told.line(), time));
        cells.add(Integer.toString(told.otherItems()));
        cells.add(Integer.toString(told.otherSites()));
        return cells;
    }
}
