package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Direction;
import stemma.genealogy.Epoch;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedLink;
import stemma.genealogy.TracedRun;
import stemma.genealogy.Way;
import stemma.ledger.Evidence;
import stemma.ledger.Link;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run or vessel next to the lots asked about: how much of them went in or came out, how that is
 * known, and the lots at its other end.
 */
public record Neighbour(
        String name,
        String order,
        String line,
        Optional<Instant> at,
        boolean isSameMaterial,
        @Nullable Quantity quantity,
        Evidence evidence,
        List<End> ends) {
    public Neighbour {
        ends = List.copyOf(ends);
    }

    /** A lot at the other end of a run: how much of it, and how that is known. */
    public record End(Lot lot, @Nullable Quantity quantity, Evidence evidence) {}

    /**
     * Returns the neighbours of the roots in the direction of the trace, in the order of its nodes.
     */
    static List<Neighbour> of(Trace trace) {
        boolean forward = trace.question().direction() == Direction.FORWARD;
        List<TraceNode> nodes = trace.nodes();
        Map<Integer, List<TracedLink>> near = new LinkedHashMap<>();
        Map<Integer, List<TracedLink>> far = new LinkedHashMap<>();
        for (TracedLink link : trace.links()) {
            int here = forward ? link.from() : link.to();
            int there = forward ? link.to() : link.from();
            if (isRoot(nodes.get(here)) && !(nodes.get(there) instanceof Reached)) {
                near.computeIfAbsent(there, _ -> new ArrayList<>()).add(link);
            } else if (!(nodes.get(here) instanceof Reached)) {
                far.computeIfAbsent(here, _ -> new ArrayList<>()).add(link);
            }
        }
        List<Neighbour> all = new ArrayList<>();
        near.forEach((node, links) -> {
            List<End> ends = new ArrayList<>();
            for (TracedLink link : far.getOrDefault(node, List.of())) {
                if (nodes.get(forward ? link.to() : link.from()) instanceof Reached lot)
                    ends.add(new End(lot.lot(), link.quantity(), link.evidence()));
            }
            all.add(neighbour(nodes.get(node), links, ends));
        });
        return all;
    }

    private static boolean isRoot(TraceNode node) {
        return node instanceof Reached lot && lot.way() == Way.ROOT;
    }

    private static Neighbour neighbour(TraceNode node, List<TracedLink> links, List<End> ends) {
        Evidence weakest = Evidence.SCANNED;
        Quantity sum = null;
        for (TracedLink link : links) {
            if (link.evidence().compareTo(weakest) > 0) weakest = link.evidence();
            if (link.quantity() == null) continue;
            if (sum == null) sum = link.quantity();
            else if (sum.unit().equals(link.quantity().unit())) sum = sum.plus(link.quantity());
        }
        return switch (node) {
            case TracedRun run ->
                new Neighbour(
                        run.id().code(),
                        run.order() == null ? "" : run.order().code(),
                        run.line() == null ? "" : run.line().code(),
                        Optional.of(run.startedFrom()),
                        run.likeness() == Link.Likeness.SAME_MATERIAL,
                        sum,
                        weakest,
                        ends);
            case Epoch vessel ->
                new Neighbour(
                        "vessel " + vessel.vessel(),
                        "",
                        "",
                        Optional.ofNullable(vessel.opened()),
                        false,
                        sum,
                        weakest,
                        ends);
            case Reached _ -> throw new IllegalArgumentException("a lot is no run");
        };
    }
}
