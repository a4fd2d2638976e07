package stemma.genealogy;

import stemma.identifiers.Portion;
import stemma.stock.Balance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to a question: every lot reached once, every run and vessel gone through, every link
 * gone along, what the answer rests on, and where all lots reached stood by what was known. Nodes
 * are numbered by generation, then by birth.
 */
public record Trace(
        Question question,
        List<TraceNode> nodes,
        List<TracedLink> links,
        Completeness completeness,
        List<Balance> balances) {
    public Trace {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        balances = List.copyOf(balances);
    }

    /** Returns the lots reached, roots among them, in the order of their generations. */
    public List<Reached> lots() {
        return of(Reached.class).toList();
    }

    /** Returns the runs and sub-runs gone through. */
    public List<TracedRun> runs() {
        return of(TracedRun.class).toList();
    }

    /** Returns the vessels gone through. */
    public List<Epoch> epochs() {
        return of(Epoch.class).toList();
    }

    /** Returns what was reached of that lot or of those units, first the nearest. */
    public Optional<Reached> reached(Portion portion) {
        return of(Reached.class).filter(r -> r.portion().overlaps(portion)).findFirst();
    }

    /** Returns the trace as an indented list, each node unfolded once. */
    public Outline outline() {
        return Outline.of(this);
    }

    private <N extends TraceNode> Stream<N> of(Class<N> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
