package stemma.scenario;

import stemma.genealogy.Boundary;
import stemma.genealogy.Completeness;
import stemma.genealogy.Epoch;
import stemma.genealogy.Gap;
import stemma.genealogy.LeftOut;
import stemma.genealogy.Outline;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedRun;
import stemma.ledger.Evidence;
import stemma.ledger.Link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Prints a trace as an outline: lots, and beneath each the runs it went into. What says nothing is
 * left out: a second mention under the same line, the way from a pool back to the lot above, and a
 * run of which nothing stands beneath while a part of it does.
 */
final class TraceTelling {
    private static final int EVENT_ID_LENGTH = 36;
    private static final String POOL = "pool:";
    private final Scene scene;
    private final LotTelling lots;

    TraceTelling(Scene scene) {
        this.scene = scene;
        this.lots = new LotTelling(scene);
    }

    /** A line of the outline with the line above it, from which it was reached. */
    private record Told(Outline.Line line, int above) {}

    /** Returns the outline with where everything is now. */
    List<String> outline(Trace trace) {
        List<Told> told = worthTelling(trace.outline().lines());
        return told.stream().map(t -> indented(t.line(), node(t.line()))).toList();
    }

    /** Returns the outline alone: where things were at an earlier moment is not known here. */
    List<String> outlineThen(Trace trace) {
        List<Told> told = worthTelling(trace.outline().lines());
        return told.stream().map(t -> indented(t.line(), nameOnly(t.line()))).toList();
    }

    private static String indented(Outline.Line line, String text) {
        return "  ".repeat(line.indent()) + text;
    }

    private static List<Told> worthTelling(List<Outline.Line> lines) {
        List<Told> told = new ArrayList<>();
        List<Integer> above = new ArrayList<>();
        Set<List<Integer>> mentioned = new HashSet<>();
        for (Outline.Line line : lines) {
            while (above.size() > line.indent()) above.removeLast();
            int parent = above.isEmpty() ? -1 : above.getLast();
            above.add(told.size());
            told.add(new Told(line, parent));
            boolean again = !mentioned.add(List.of(parent, line.node().number()));
            boolean back = parent >= 0
                    && told.get(parent).above() >= 0
                    && isPool(told.get(parent).line())
                    && told.get(told.get(parent).above()).line().node().equals(line.node());
            if (line.unfoldedAt() != null && (again || back)) {
                told.removeLast();
                above.removeLast();
            }
        }
        return withoutEmpty(told);
    }

    private static List<Told> withoutEmpty(List<Told> told) {
        Set<Integer> parents = new HashSet<>();
        Set<List<Object>> inPart = new HashSet<>();
        for (Told one : told) {
            parents.add(one.above());
            if (one.line().node() instanceof TracedRun run
                    && run.extent() == TracedRun.Extent.SUBRUN)
                inPart.add(List.of(one.above(), run.id()));
        }
        List<Told> full = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Told one = told.get(i);
            boolean empty = !parents.contains(i) && one.line().unfoldedAt() == null;
            boolean whole = one.line().node() instanceof TracedRun run
                    && run.extent() == TracedRun.Extent.RUN
                    && inPart.contains(List.of(one.above(), run.id()));
            if (!empty || !whole && !isPool(one.line())) full.add(one);
        }
        return full;
    }

    private static boolean isPool(Outline.Line line) {
        return line.node() instanceof TracedRun run && run.id().code().startsWith(POOL);
    }

    private String node(Outline.Line line) {
        return line.unfoldedAt() == null && line.node() instanceof Reached lot
                ? lots.line(lot.lot(), lot.portion()) + how(lot)
                : nameOnly(line);
    }

    private String nameOnly(Outline.Line line) {
        String above = line.unfoldedAt() == null ? "" : ", see above";
        TraceNode node = line.node();
        return switch (node) {
            case Reached lot
            when line.unfoldedAt() != null -> scene.names().words(lot.portion()) + above;
            case Reached lot -> lots.name(lot.lot(), lot.portion()) + how(lot);
            case TracedRun run -> run(run) + above;
            case Epoch epoch -> "vessel " + epoch.vessel() + above;
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
        String code = run.id().code();
        String kind = run.kind().toLowerCase(Locale.ROOT);
        if (code.startsWith(POOL)) return "pool of " + code.substring(code.indexOf('/') + 1);
        if (code.length() >= EVENT_ID_LENGTH) {
            return run.likeness() == Link.Likeness.SAME_MATERIAL ? "same material" : kind;
        }
        String name = code + (kind.equals("production") ? "" : " " + kind);
        return switch (run.extent()) {
            case RUN -> name;
            case SUBRUN -> name + ", in part";
        };
    }

    /** Returns what the trace rests on, one fact on each line. */
    List<String> completeness(Completeness c) {
        List<String> lines = new ArrayList<>();
        lines.add("lots " + c.lots() + ", runs " + c.runs() + ", links "
                + c.links().orElseThrow() + ", depth " + c.depth().orElseThrow());
        lines.add(c.unsealed() == 0 ? "everything sealed" : c.unsealed() + " unsealed");
        for (Boundary boundary : c.boundaries()) {
            lines.add("boundary "
                    + boundary.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + (boundary.partner() == null ? "" : " " + boundary.partner()) + ", lots "
                    + boundary.lots());
        }
        for (Gap gap : c.gaps()) lines.add("gap " + gap(gap));
        for (LeftOut left : c.leftOut())
            lines.add("left out " + left.rule() + ", lots " + left.lots());
        return lines;
    }

    String gap(Gap gap) {
        List<String> names = gap.lots().stream().map(scene.names()::words).toList();
        return gap.code() + (names.isEmpty() ? "" : " " + String.join(", ", names));
    }
}
