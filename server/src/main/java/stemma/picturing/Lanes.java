package stemma.picturing;

import stemma.shell.Figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says for each lane of a picture what stands in it, so that it reads as a stage of the making. */
final class Lanes {
    private static final int NAMED = 2;

    private Lanes() {}

    static List<Placed.Lane> of(Diagram diagram, List<Placed.Spot> spots, double margin) {
        Map<Integer, List<Integer>> inLane = new TreeMap<>();
        for (int i = 0; i < spots.size(); i++)
            inLane.computeIfAbsent(spots.get(i).lane(), _ -> new ArrayList<>()).add(i);
        List<Placed.Lane> lanes = new ArrayList<>();
        for (List<Integer> boxes : inLane.values()) {
            double from = Double.MAX_VALUE;
            double to = 0;
            List<Diagram.Node> nodes = new ArrayList<>();
            for (int box : boxes) {
                Placed.Spot spot = spots.get(box);
                from = Math.min(from, spot.x());
                to = Math.max(to, spot.x() + spot.cell().width());
                nodes.add(diagram.nodes().get(box));
            }
            lanes.add(new Placed.Lane(from - margin, to + margin, title(nodes), count(nodes)));
        }
        return lanes;
    }

    private static String title(List<Diagram.Node> nodes) {
        if (nodes.stream().allMatch(Diagram.Node::isAsked)) return "Asked about";
        List<Diagram.Node> lots =
                nodes.stream().filter(n -> n.shape() == Diagram.Shape.LOT).toList();
        if (lots.isEmpty()) return makers(nodes);
        TreeSet<String> sorts = lots.stream()
                .map(Diagram.Node::sort)
                .collect(Collectors.toCollection(TreeSet::new));
        String items = sorts.size() == 1 ? sorts.first() : Figure.grouped(sorts.size()) + " items";
        return lots.size() == nodes.size() ? items : items + ", and runs";
    }

    private static String makers(List<Diagram.Node> nodes) {
        boolean areVessels = nodes.stream().allMatch(n -> n.shape() == Diagram.Shape.VESSEL);
        if (areVessels) return "Vessels";
        TreeSet<String> lines = nodes.stream()
                .map(Diagram.Node::note)
                .collect(Collectors.toCollection(TreeSet::new));
        lines.remove("");
        return lines.isEmpty() || lines.size() > NAMED
                ? "Runs"
                : "Runs on " + String.join(", ", lines);
    }

    private static String count(List<Diagram.Node> nodes) {
        Map<Diagram.Shape, Integer> counts = new EnumMap<>(Diagram.Shape.class);
        for (Diagram.Node node : nodes) counts.merge(node.shape(), node.count(), Integer::sum);
        return counts.entrySet().stream()
                .map(entry -> Figure.grouped(entry.getValue()) + " "
                        + entry.getKey().word(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
