package stemma.picturing;

import stemma.shell.Figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The picture of very many: all lots of a sort are one box, all runs that make the same sorts are
 * one. Where there are more sorts than can be told apart, those of the fewest lots stand together
 * as other items, counted; what was asked about comes first.
 */
final class Flow {
    /** How many sorts have a box of their own; with the runs between them, some sixty boxes. */
    static final int SORTS = 24;

    private Flow() {}

    static Drawn of(Diagram whole) {
        Map<String, Integer> lots = new TreeMap<>();
        Set<String> asked = new HashSet<>();
        for (Diagram.Node node : whole.nodes()) {
            if (node.shape() == Diagram.Shape.LOT) lots.merge(node.sort(), 1, Integer::sum);
            if (node.isAsked()) asked.add(node.sort());
        }
        Set<String> own = lots.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Integer> one) -> !asked.contains(one.getKey()))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SORTS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Diagram named = named(whole, own, lots.size() - own.size());
        List<Diagram.Arrow> along = new ArrayList<>();
        List<Diagram.Arrow> left = new ArrayList<>();
        for (Diagram.Arrow arrow : named.arrows())
            (isBetweenRuns(named, arrow) ? left : along).add(arrow);
        Drawn drawn = Merging.of(new Diagram(named.nodes(), along), classes(named), Detail.FLOW);
        return told(drawn, left);
    }

    private static boolean isBetweenRuns(Diagram diagram, Diagram.Arrow arrow) {
        return diagram.nodes().get(arrow.from()).shape() != Diagram.Shape.LOT
                && diagram.nodes().get(arrow.to()).shape() != Diagram.Shape.LOT;
    }

    private static int[] classes(Diagram named) {
        Map<String, Integer> known = new HashMap<>();
        int[] classOf = new int[named.nodes().size()];
        for (int i = 0; i < classOf.length; i++) {
            Diagram.Node node = named.nodes().get(i);
            String box = node.shape() + "\n" + node.rank() + "\n" + node.sort() + "\n"
                    + (node.shape() == Diagram.Shape.VESSEL ? node.name() : "");
            classOf[i] = known.computeIfAbsent(box, _ -> known.size());
        }
        return classOf;
    }

    /**
     * On a line each run may leave something to the next, whatever either makes: as arrows these
     * would hide all others, so each box says how many such links lead to it.
     */
    private static Drawn told(Drawn drawn, List<Diagram.Arrow> left) {
        Map<String, Integer> links = new HashMap<>();
        for (Diagram.Arrow arrow : left)
            links.merge(drawn.boxOf().get(arrow.to()), arrow.links(), Integer::sum);
        List<Diagram.Node> boxes = new ArrayList<>();
        for (Diagram.Node box : drawn.diagram().nodes()) {
            Integer count = links.get(box.key());
            String note = "after " + Figure.grouped(count == null ? 0 : count)
                    + (count != null && count == 1 ? " run" : " runs")
                    + " that may have left something in the line";
            boxes.add(count == null ? box : with(box, box.sort(), note));
        }
        return new Drawn(Detail.FLOW, new Diagram(boxes, drawn.diagram().arrows()), drawn.boxOf());
    }

    /** A run is of the sort that it makes, or of none. */
    private static Diagram named(Diagram whole, Set<String> own, int others) {
        List<Diagram.Node> nodes = new ArrayList<>();
        for (Diagram.Node node : whole.nodes()) {
            boolean isLot = node.shape() == Diagram.Shape.LOT;
            String sort = isLot ? sort(node.sort(), own, others) : "";
            nodes.add(with(node, sort, isLot ? node.note() : ""));
        }
        Map<Integer, Set<String>> made = new HashMap<>();
        for (Diagram.Arrow arrow : whole.arrows()) {
            Diagram.Node to = nodes.get(arrow.to());
            if (to.shape() == Diagram.Shape.LOT)
                made.computeIfAbsent(arrow.from(), _ -> new TreeSet<>()).add(to.sort());
        }
        made.forEach((run, sorts) -> nodes.set(
                run, with(nodes.get(run), making(sorts), nodes.get(run).note())));
        return new Diagram(nodes, whole.arrows());
    }

    private static String sort(String sort, Set<String> own, int others) {
        return own.contains(sort) ? sort : others + " other items";
    }

    private static String making(Set<String> sorts) {
        return sorts.size() > 2
                ? "making " + sorts.size() + " items"
                : "making " + String.join(" and ", sorts);
    }

    private static Diagram.Node with(Diagram.Node node, String sort, String note) {
        return new Diagram.Node(
                node.key(),
                node.shape(),
                node.rank(),
                node.name(),
                sort,
                note,
                node.amounts(),
                node.badges(),
                node.ends(),
                node.gaps(),
                node.count(),
                node.members(),
                node.address());
    }
}
