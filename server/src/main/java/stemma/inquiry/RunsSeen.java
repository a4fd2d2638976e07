package stemma.inquiry;

import stemma.genealogy.Direction;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.genealogy.TracedLink;
import stemma.genealogy.TracedRun;
import stemma.identifiers.RunId;
import stemma.ledger.Link;

import java.util.HashSet;
import java.util.Set;

/** The runs of a trace that part one material, and those that have not yielded anything yet. */
record RunsSeen(Set<RunId> sameMaterial, Set<RunId> open) {
    static RunsSeen in(Trace trace) {
        Set<RunId> same = new HashSet<>();
        Set<RunId> open = new HashSet<>();
        for (TracedRun run : trace.runs()) {
            if (run.likeness() == Link.Likeness.SAME_MATERIAL) same.add(run.id());
            // Backwards, what a run yielded is only seen where it leads to a root.
            else if (trace.question().direction() == Direction.FORWARD) open.add(run.id());
        }
        for (TracedLink link : trace.links()) {
            if (trace.nodes().get(link.from()) instanceof TracedRun run
                    && trace.nodes().get(link.to()) instanceof Reached) open.remove(run.id());
        }
        return new RunsSeen(same, open);
    }
}
