package stemma.inquiry.web;

import stemma.genealogy.Boundary;
import stemma.genealogy.Epoch;
import stemma.genealogy.Gap;
import stemma.genealogy.Reached;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedLink;
import stemma.genealogy.TracedRun;
import stemma.genealogy.Way;
import stemma.inquiry.Inquiry;
import stemma.inquiry.JoinedTrace;
import stemma.inquiry.KnownEnd;
import stemma.inquiry.Stage;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceAnswer;
import stemma.inquiry.TraceRow;
import stemma.picturing.Detail;
import stemma.picturing.Diagram;
import stemma.picturing.Drawn;
import stemma.picturing.Picturing;
import stemma.picturing.Wording;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says in words what the picture of a trace shows: its lots, runs and vessels, and the links. */
final class TraceDiagram {
    private static final String POOL = "POOL";
    private static final String POOLS = "only through untracked stock";
    private final List<TraceAnswer> answers;
    private final Subject subject;
    private final Map<JoinedTrace.Node, TraceRow> rows = new HashMap<>();

    private TraceDiagram(List<TraceAnswer> answers) {
        this.answers = answers;
        this.subject = answers.getFirst().subject();
    }

    /**
     * Where each lot is and how it stands is read only where each may be a box; where there are too
     * many, the picture tells how many there are and what went where.
     */
    static Diagram of(List<TraceAnswer> answers, JoinedTrace joined, Inquiry inquiry) {
        TraceDiagram making = new TraceDiagram(answers);
        if (Picturing.detail(joined.nodes().size()) != Detail.FLOW) making.read(joined, inquiry);
        List<Diagram.Node> nodes = joined.nodes().stream().map(making::node).toList();
        return new Diagram(
                nodes, joined.links().stream().map(link -> arrow(joined, link)).toList());
    }

    private void read(JoinedTrace joined, Inquiry inquiry) {
        for (TraceAnswer answer : answers) {
            List<JoinedTrace.Node> nodes = joined.nodes().stream()
                    .filter(node -> node.direction() == answer.direction())
                    .filter(node -> node.node() instanceof Reached)
                    .toList();
            List<TraceRow> read = inquiry.rows(
                    answer, nodes.stream().map(node -> (Reached) node.node()).toList());
            for (int i = 0; i < nodes.size(); i++) rows.put(nodes.get(i), read.get(i));
        }
    }

    private Diagram.Node node(JoinedTrace.Node node) {
        return switch (node.node()) {
            case Reached lot -> lot(node, lot);
            case TracedRun run -> run(node.key(), run);
            case Epoch vessel -> vessel(node.key(), vessel);
        };
    }

    private Diagram.Node lot(JoinedTrace.Node node, Reached lot) {
        TraceRow row = rows.get(node);
        List<String> notes = new ArrayList<>();
        if (lot.portion().count() > 1)
            notes.add(Words.count(lot.portion().count(), "unit", "units"));
        if (lot.onlyThroughPools()) notes.add(POOLS);
        return new Diagram.Node(
                node.key(),
                Diagram.Shape.LOT,
                lot.way() == Way.ROOT ? Diagram.Rank.ASKED : Diagram.Rank.REACHED,
                subject.label(lot.lot()),
                name(lot),
                String.join(", ", notes),
                row == null ? List.of() : amounts(row),
                row == null ? List.of() : Words.badges(row.line()),
                row == null ? List.of() : ends(row),
                gaps(lot),
                1,
                List.of(),
                "/lots/id/" + lot.portion());
    }

    private String name(Reached lot) {
        for (TraceAnswer answer : answers) {
            String name = answer.names().item(lot.lot().item());
            if (!name.equals(lot.lot().item().code())) return name;
        }
        return lot.lot().item().code();
    }

    private static List<Diagram.Amount> amounts(TraceRow row) {
        List<Diagram.Amount> amounts = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Quantity quantity = row.where().get(stage);
            if (quantity != null && !quantity.isZero())
                amounts.add(new Diagram.Amount(quantity, stage.words()));
        }
        return amounts;
    }

    private static List<Diagram.End> ends(TraceRow row) {
        Map<Boundary.Kind, Set<String>> at = new TreeMap<>();
        for (KnownEnd end : row.ends()) {
            Set<String> names = at.computeIfAbsent(end.kind(), _ -> new TreeSet<>());
            if (!end.partner().isEmpty()) names.add(end.partner());
        }
        List<Diagram.End> ends = new ArrayList<>();
        at.forEach((kind, names) ->
                ends.add(new Diagram.End(end(kind), List.copyOf(new TreeSet<>(names)))));
        return ends;
    }

    private static Diagram.End.Kind end(Boundary.Kind kind) {
        return switch (kind) {
            case BEFORE_RECORDS -> Diagram.End.Kind.BEFORE_RECORDS;
            case CAME_FROM_SUPPLIER -> Diagram.End.Kind.FROM_SUPPLIER;
            case LEFT_OUR_KNOWLEDGE -> Diagram.End.Kind.LEFT_OUR_CONTROL;
        };
    }

    private List<Diagram.Flaw> gaps(Reached lot) {
        Set<Diagram.Flaw> gaps = new LinkedHashSet<>();
        for (TraceAnswer answer : answers)
            for (Gap gap : answer.trace().completeness().gaps())
                if (gap.lots().stream().anyMatch(lot.portion()::overlaps))
                    gaps.add(new Diagram.Flaw(Words.gap(gap.code()), gap.sentence()));
        return List.copyOf(gaps);
    }

    private static Diagram.Node run(String key, TracedRun run) {
        boolean isNamed = Words.run(run.id()).startsWith("run ");
        List<String> notes = new ArrayList<>();
        if (isPool(run)) notes.add("at " + run.site());
        if (run.line() != null) notes.add(run.line().code());
        return maker(
                key,
                Diagram.Shape.RUN,
                isPool(run)
                        ? "untracked stock"
                        : isNamed ? run.id().code() : Words.plain(run.kind()),
                run.extent() == TracedRun.Extent.SUBRUN ? "for some of its outputs" : "",
                String.join(", ", notes),
                List.of(),
                isNamed && !isPool(run) ? LotPages.document(run.id().code()) : "");
    }

    private static Diagram.Node vessel(String key, Epoch vessel) {
        List<Diagram.End> ends = new ArrayList<>();
        ends.add(new Diagram.End(
                vessel.opened() == null
                        ? Diagram.End.Kind.NEVER_EMPTIED_BEFORE
                        : Diagram.End.Kind.CLEAN_BREAK_BEFORE,
                List.of()));
        if (vessel.closed() != null)
            ends.add(new Diagram.End(Diagram.End.Kind.CLEAN_BREAK_AFTER, List.of()));
        return maker(key, Diagram.Shape.VESSEL, vessel.vessel().code(), "", "", ends, "");
    }

    private static Diagram.Node maker(
            String key,
            Diagram.Shape shape,
            String name,
            String sort,
            String note,
            List<Diagram.End> ends,
            String address) {
        return new Diagram.Node(
                key,
                shape,
                Diagram.Rank.REACHED,
                name,
                sort,
                note,
                List.of(),
                List.of(),
                ends,
                List.of(),
                1,
                List.of(),
                address);
    }

    private static Diagram.Arrow arrow(JoinedTrace joined, TracedLink link) {
        TraceNode from = joined.nodes().get(link.from()).node();
        TraceNode to = joined.nodes().get(link.to()).node();
        boolean isMixing = isPool(from) || isPool(to);
        boolean isBetweenRuns = from instanceof TracedRun && to instanceof TracedRun;
        boolean isInferred = Words.isInferred(link.evidence());
        return new Diagram.Arrow(
                link.from(),
                link.to(),
                link.quantity() == null || isMixing ? List.of() : List.of(link.quantity()),
                1,
                isInferred ? 1 : 0,
                isInferred ? Words.evidence(link.evidence()) : "",
                isMixing ? "all of it mixes" : isBetweenRuns ? "left in the line" : "");
    }

    /** What people do not track mixes as a whole; the amount of such a link says nothing. */
    private static boolean isPool(TraceNode node) {
        return node instanceof TracedRun run && run.kind().equals(POOL);
    }

    /** Returns what a node is called; its key where it is not shown. */
    static String name(Diagram whole, String key) {
        for (Diagram.Node node : whole.nodes())
            if (node.key().equals(key)) return Wording.title(node);
        return key;
    }

    /** Says what is drawn and how many there are; nothing is ever left out in silence. */
    static String statement(Diagram whole, Drawn drawn) {
        String boxes = Words.count(drawn.diagram().nodes().size(), "box", "boxes");
        return switch (drawn.detail()) {
            case ALL -> "All of it is drawn: " + count(whole) + ".";
            case GROUPS ->
                count(whole) + " are drawn as " + boxes
                        + ". Lots of one item and standing, with like sources and like outcome, "
                        + "stand in one box, and so do their runs; their amounts are added up.";
            case FLOW ->
                count(whole) + ": too many to draw one by one. Drawn is what went where, by item,"
                        + " as " + boxes + "; the wider an arrow, the more links. "
                        + "The table has every lot.";
        };
    }

    /** Returns how many lots, runs and vessels a picture is about, in words. */
    static String count(Diagram diagram) {
        Map<Diagram.Shape, Integer> counts = new LinkedHashMap<>();
        for (Diagram.Node node : diagram.nodes()) counts.merge(node.shape(), 1, Integer::sum);
        List<String> parts = new ArrayList<>();
        for (Diagram.Shape shape : Diagram.Shape.values()) {
            int count = counts.getOrDefault(shape, 0);
            if (count > 0) parts.add(Words.count(count, shape.word(1), shape.word(2)));
        }
        return String.join(", ", parts);
    }
}
