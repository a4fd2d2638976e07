package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A trace as an indented list. Each node is unfolded once, where it is met first; later mentions
 * refer back to the number of that line. Lots of the same material that no root leads to stand at
 * the end, at the margin.
 */
public record Outline(List<Line> lines) {

    /**
     * A line: how far indented, the node, the link by which the line above led to it (none at the
     * margin), and the number of the line where it is unfolded, if that is another one.
     */
    public record Line(
            int indent,
            TraceNode node,
            @Nullable TracedLink link,
            @Nullable Integer unfoldedAt) {}

    public Outline {
        lines = List.copyOf(lines);
    }

    static Outline of(Trace trace) {
        List<TraceNode> nodes = trace.nodes();
        List<List<TracedLink>> next = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) next.add(new ArrayList<>());
        boolean forward = trace.question().direction() == Direction.FORWARD;
        for (TracedLink link : trace.links())
            next.get(forward ? link.from() : link.to()).add(link);
        next.forEach(links ->
                links.sort(Comparator.comparing(forward ? TracedLink::to : TracedLink::from)));
        int[] unfolded = new int[nodes.size()];
        java.util.Arrays.fill(unfolded, -1);
        List<Line> lines = new ArrayList<>();
        for (Reached lot : trace.lots()) {
            if (lot.way() == Way.ROOT) unfold(lot.number(), nodes, next, forward, unfolded, lines);
        }
        for (Reached lot : trace.lots()) {
            if (unfolded[lot.number()] < 0) {
                unfold(lot.number(), nodes, next, forward, unfolded, lines);
            }
        }
        return new Outline(lines);
    }

    private record Step(int indent, int node, @Nullable TracedLink link) {}

    private static void unfold(
            int start,
            List<TraceNode> nodes,
            List<List<TracedLink>> next,
            boolean forward,
            int[] unfolded,
            List<Line> lines) {
        Deque<Step> steps = new ArrayDeque<>();
        steps.push(new Step(0, start, null));
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            boolean again = unfolded[step.node()] >= 0;
            lines.add(new Line(
                    step.indent(),
                    nodes.get(step.node()),
                    step.link(),
                    again ? unfolded[step.node()] : null));
            if (again) continue;
            unfolded[step.node()] = lines.size() - 1;
            for (TracedLink link : next.get(step.node()).reversed()) {
                int to = forward ? link.to() : link.from();
                steps.push(new Step(step.indent() + 1, to, link));
            }
        }
    }
}
