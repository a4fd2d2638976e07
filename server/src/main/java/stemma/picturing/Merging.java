package stemma.picturing;

import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.shell.Figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the nodes of a class into one box each, and the links between two boxes into one arrow each.
 * Amounts are added per unit and place; nothing is lost but which is which.
 */
final class Merging {
    private final Diagram whole;
    private final int[] classOf;
    private final Detail detail;

    private Merging(Diagram whole, int[] classOf, Detail detail) {
        this.whole = whole;
        this.classOf = classOf;
        this.detail = detail;
    }

    /** Boxes stand in the order of their first node. */
    static Drawn of(Diagram whole, int[] classOf, Detail detail) {
        return new Merging(whole, classOf, detail).drawn();
    }

    private Drawn drawn() {
        Map<Integer, List<Diagram.Node>> members = new LinkedHashMap<>();
        for (int i = 0; i < classOf.length; i++)
            members.computeIfAbsent(classOf[i], _ -> new ArrayList<>())
                    .add(whole.nodes().get(i));
        Map<Integer, Integer> boxOf = new LinkedHashMap<>();
        List<Diagram.Node> boxes = new ArrayList<>();
        members.forEach((one, nodes) -> {
            boxOf.put(one, boxes.size());
            boxes.add(nodes.size() == 1 ? nodes.getFirst() : box(nodes));
        });
        List<String> keys = new ArrayList<>();
        for (int one : classOf) keys.add(boxes.get(boxOf.getOrDefault(one, 0)).key());
        return new Drawn(detail, new Diagram(boxes, arrows(boxOf)), keys);
    }

    private Diagram.Node box(List<Diagram.Node> nodes) {
        Diagram.Node first = nodes.getFirst();
        List<String> names = nodes.stream().map(Diagram.Node::name).toList();
        boolean isFlow = detail == Detail.FLOW;
        String name = isFlow
                ? Figure.grouped(nodes.size()) + " " + first.shape().word(nodes.size())
                : first.name() + " +" + Figure.grouped(nodes.size() - 1L) + " more";
        boolean isAsked = nodes.stream().anyMatch(Diagram.Node::isAsked);
        return new Diagram.Node(
                "+" + first.key(),
                first.shape(),
                isAsked ? Diagram.Rank.ASKED : Diagram.Rank.REACHED,
                name,
                first.sort(),
                first.note(),
                amounts(nodes),
                isFlow ? List.of() : first.badges(),
                ends(nodes),
                gaps(nodes),
                nodes.size(),
                isFlow ? List.of() : names,
                "");
    }

    private static List<Diagram.Amount> amounts(List<Diagram.Node> nodes) {
        Map<String, Diagram.Amount> sums = new LinkedHashMap<>();
        for (Diagram.Node node : nodes) {
            for (Diagram.Amount amount : node.amounts()) {
                sums.merge(
                        amount.where() + "\n" + amount.quantity().unit(),
                        amount,
                        (a, b) -> new Diagram.Amount(a.quantity().plus(b.quantity()), a.where()));
            }
        }
        return List.copyOf(sums.values());
    }

    private static List<Diagram.End> ends(List<Diagram.Node> nodes) {
        Map<Diagram.End.Kind, Set<String>> at = new TreeMap<>();
        for (Diagram.Node node : nodes)
            for (Diagram.End end : node.ends())
                at.computeIfAbsent(end.kind(), _ -> new LinkedHashSet<>()).addAll(end.at());
        List<Diagram.End> ends = new ArrayList<>();
        at.forEach((kind, names) ->
                ends.add(new Diagram.End(kind, names.stream().sorted().toList())));
        return ends;
    }

    private static List<Diagram.Flaw> gaps(List<Diagram.Node> nodes) {
        Set<Diagram.Flaw> gaps = new LinkedHashSet<>();
        nodes.forEach(node -> gaps.addAll(node.gaps()));
        return List.copyOf(gaps);
    }

    private List<Diagram.Arrow> arrows(Map<Integer, Integer> boxOf) {
        Map<Long, Diagram.Arrow> arrows = new TreeMap<>();
        for (Diagram.Arrow arrow : whole.arrows()) {
            int from = boxOf.getOrDefault(classOf[arrow.from()], 0);
            int to = boxOf.getOrDefault(classOf[arrow.to()], 0);
            arrows.merge(
                    (long) from << Integer.SIZE | to,
                    new Diagram.Arrow(
                            from,
                            to,
                            arrow.amounts(),
                            arrow.links(),
                            arrow.inferred(),
                            arrow.known(),
                            arrow.what()),
                    Merging::together);
        }
        return List.copyOf(arrows.values());
    }

    private static Diagram.Arrow together(Diagram.Arrow one, Diagram.Arrow other) {
        Map<Unit, Quantity> sums = new LinkedHashMap<>();
        for (Quantity quantity : one.amounts())
            sums.merge(quantity.unit(), quantity, Quantity::plus);
        for (Quantity quantity : other.amounts())
            sums.merge(quantity.unit(), quantity, Quantity::plus);
        Set<String> known = new LinkedHashSet<>();
        known.addAll(List.of(one.known().split(", ")));
        known.addAll(List.of(other.known().split(", ")));
        known.remove("");
        return new Diagram.Arrow(
                one.from(),
                one.to(),
                List.copyOf(sums.values()),
                one.links() + other.links(),
                one.inferred() + other.inferred(),
                String.join(", ", known),
                one.what().isEmpty() ? other.what() : one.what());
    }
}
