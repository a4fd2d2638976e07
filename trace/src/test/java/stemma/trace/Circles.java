package stemma.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Linear equations of what goes around, solved by Gauss in fractions: units first, then runs. */
final class Circles {
    private final Set<Object> nodes;
    private final Map<Object, Map<Object, Fraction>> onward = new LinkedHashMap<>();

    Circles(Set<Object> nodes) {
        this.nodes = nodes;
        for (Object node : nodes) onward.put(node, new LinkedHashMap<>());
    }

    void add(Object from, Object to, Fraction part) {
        if (!part.isZero()) onward.get(from).merge(to, part, Fraction::plus);
    }

    /** Returns what each node holds, of what enters it and what comes around. */
    Map<Object, Fraction> solved(Map<Object, Fraction> entered) {
        Map<Object, Set<Object>> closed = closed();
        Map<Object, Fraction> held = gauss(entered, closed.keySet());
        Map<Object, Fraction> entering = new HashMap<>();
        for (Object node : closed.keySet()) entering.put(node, entered.get(node));
        for (Object from : nodes) {
            if (closed.containsKey(from)) continue;
            onward.get(from).forEach((to, part) -> {
                if (closed.containsKey(to))
                    entering.merge(to, held.get(from).times(part), Fraction::plus);
            });
        }
        closed.forEach((node, together) -> {
            Fraction all = Fraction.ZERO;
            for (Object other : together) all = all.plus(entering.get(other));
            held.put(node, node instanceof Replay.Unit ? entering.get(node) : all);
        });
        for (Object node : closed.keySet()) {
            if (node instanceof Replay.Unit) continue;
            onward.get(node).forEach((to, part) -> {
                if (to instanceof Replay.Unit)
                    held.merge(to, held.get(node).times(part), Fraction::plus);
            });
        }
        return held;
    }

    /** Returns the nodes of circles out of which nothing comes, each with its circle. */
    private Map<Object, Set<Object>> closed() {
        Map<Object, Set<Object>> closed = new LinkedHashMap<>();
        for (Object node : nodes) {
            Set<Object> reached = from(node);
            boolean isClosed = reached.stream()
                    .allMatch(other ->
                            sum(other).equals(Fraction.ONE) && from(other).contains(node));
            if (isClosed) closed.put(node, reached);
        }
        return closed;
    }

    private Fraction sum(Object node) {
        Fraction sum = Fraction.ZERO;
        for (Fraction part : onward.get(node).values()) sum = sum.plus(part);
        return sum;
    }

    private Set<Object> from(Object node) {
        Set<Object> reached = new HashSet<>(List.of(node));
        List<Object> frontier = new ArrayList<>(reached);
        while (!frontier.isEmpty())
            for (Object to : onward.get(frontier.removeLast()).keySet())
                if (reached.add(to)) frontier.add(to);
        return reached;
    }

    private Map<Object, Fraction> gauss(Map<Object, Fraction> entered, Set<Object> without) {
        List<Object> order = new ArrayList<>();
        for (Object node : nodes) if (node instanceof Replay.Unit) order.add(node);
        for (Object node : nodes) if (!(node instanceof Replay.Unit)) order.add(node);
        order.removeAll(without);
        Map<Object, Map<Object, Fraction>> rows = new HashMap<>();
        Map<Object, Fraction> right = new HashMap<>(entered);
        for (Object node : order) rows.put(node, new HashMap<>());
        for (Object from : order)
            onward.get(from).forEach((to, part) -> {
                if (rows.containsKey(to)) rows.get(to).merge(from, part, Fraction::plus);
            });
        for (int pivot = 0; pivot < order.size(); pivot++) {
            Object node = order.get(pivot);
            Map<Object, Fraction> row = rows.get(node);
            Fraction self = row.remove(node);
            Fraction by = Fraction.ONE.minus(self == null ? Fraction.ZERO : self);
            row.replaceAll((_, part) -> part.by(by));
            right.computeIfPresent(node, (_, value) -> value.by(by));
            for (int i = pivot + 1; i < order.size(); i++) {
                Map<Object, Fraction> other = rows.get(order.get(i));
                Fraction factor = other.remove(node);
                if (factor == null) continue;
                row.forEach((at, part) -> other.merge(at, part.times(factor), Fraction::plus));
                right.merge(order.get(i), right.get(node).times(factor), Fraction::plus);
            }
        }
        for (int pivot = order.size() - 1; pivot >= 0; pivot--) {
            Fraction[] value = {right.get(order.get(pivot))};
            rows.get(order.get(pivot))
                    .forEach(
                            (at, part) -> value[0] = value[0].plus(right.get(at).times(part)));
            right.put(order.get(pivot), value[0]);
        }
        return right;
    }
}
