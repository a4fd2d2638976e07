package stemma.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stemma.genealogy.Boundary;
import stemma.genealogy.Completeness;
import stemma.genealogy.Epoch;
import stemma.genealogy.Gap;
import stemma.genealogy.LeftOut;
import stemma.genealogy.Outline;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.TracedRun;
import stemma.ledger.Evidence;

/** Prints a trace as an outline: lots at every other step, and beneath each the runs it went into. */
final class TraceTelling {
    private final Scene scene;
    private final LotTelling lots;

    TraceTelling(Scene scene) {
        this.scene = scene;
        this.lots = new LotTelling(scene);
    }

    List<String> outline(Trace trace) {
        List<String> lines = new ArrayList<>();
        for (Outline.Line line : trace.outline().lines()) {
            lines.add("  ".repeat(line.indent()) + node(line));
        }
        return lines;
    }

    private String node(Outline.Line line) {
        return switch (line.node()) {
            case Reached lot when line.unfoldedAt() != null ->
                scene.names().words(lot.portion()) + ", see above";
            case Reached lot -> lots.line(lot.lot(), lot.portion()) + how(lot);
            case TracedRun run -> run(run) + (line.unfoldedAt() == null ? "" : ", see above");
            case Epoch epoch ->
                "vessel " + epoch.vessel() + (line.unfoldedAt() == null ? "" : ", see above");
        };
    }

    /** Says what weakens the path by which a lot was reached, if anything does. */
    private static String how(Reached lot) {
        String weak = lot.evidence().compareTo(Evidence.IMPORTED) > 0
                ? ", " + lot.evidence().name().toLowerCase(Locale.ROOT)
                : "";
        return weak + (lot.onlyThroughPools() ? ", only through a pool" : "");
    }

    /** A run by its code; an event that is a run by itself has none worth reading. */
    private static String run(TracedRun run) {
        boolean coded = run.id().code().length() < 36;
        String kind = run.kind().toLowerCase(Locale.ROOT);
        String name = coded ? run.id().code() + (kind.equals("production") ? "" : " " + kind) : kind;
        return switch (run.extent()) {
            case RUN -> name;
            case SUBRUN -> name + ", in part";
        };
    }

    /** Returns what the trace rests on, one fact on each line. */
    List<String> completeness(Completeness c) {
        List<String> lines = new ArrayList<>();
        lines.add("lots " + c.lots() + ", runs " + c.runs() + ", links " + c.links() + ", depth " + c.depth());
        lines.add(c.unsealed() == 0 ? "everything sealed" : c.unsealed() + " unsealed");
        for (Boundary boundary : c.boundaries()) {
            lines.add("boundary " + boundary.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + (boundary.partner() == null ? "" : " " + boundary.partner()) + ", lots "
                    + boundary.lots());
        }
        for (Gap gap : c.gaps()) lines.add("gap " + gap(gap));
        for (LeftOut left : c.leftOut()) lines.add("left out " + left.rule() + ", lots " + left.lots());
        return lines;
    }

    String gap(Gap gap) {
        List<String> names = gap.lots().stream().map(scene.names()::words).toList();
        return gap.code() + (names.isEmpty() ? "" : " " + String.join(", ", names));
    }
}
