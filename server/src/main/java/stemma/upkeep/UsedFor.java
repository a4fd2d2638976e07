package stemma.upkeep;

import stemma.genealogy.Epoch;
import stemma.genealogy.Trace;
import stemma.genealogy.TracedRun;
import stemma.genealogy.Uses;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.lots.Lot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * For what equipment was used: runs, vessels between two emptyings, and lots by themselves; of
 * {@code born} also the runs are asked that made them.
 */
public record UsedFor(
        Set<RunId> runs, List<Epoch> vessels, List<Uses.Part> lots, List<Uses.Part> born) {
    public UsedFor {
        runs = Set.copyOf(runs);
        vessels = List.copyOf(vessels);
        lots = List.copyOf(lots);
        born = List.copyOf(born);
    }

    static UsedFor runs(Collection<RunId> runs) {
        return new UsedFor(Set.copyOf(runs), List.of(), List.of(), List.of());
    }

    /** Returns lots and units by themselves, as the card of a lot asks. */
    public static UsedFor lots(Collection<Lot> lots, Collection<Portion> portions) {
        List<Uses.Part> parts = new ArrayList<>();
        for (Portion portion : portions)
            lots.stream()
                    .filter(lot -> lot.span().overlaps(portion))
                    .forEach(lot -> parts.add(new Uses.Part(lot, portion)));
        return new UsedFor(Set.of(), List.of(), parts, parts);
    }

    /** Returns all that these traces went through and reached; how their roots were made too. */
    public static UsedFor traces(Collection<Trace> traces) {
        Set<RunId> runs = new LinkedHashSet<>();
        Set<Epoch> vessels = new LinkedHashSet<>();
        Set<Uses.Part> lots = new LinkedHashSet<>();
        Set<Uses.Part> born = new LinkedHashSet<>();
        for (Trace trace : traces) {
            trace.runs().stream().map(TracedRun::id).forEach(runs::add);
            vessels.addAll(trace.epochs());
            trace.lots().forEach(reached -> {
                Uses.Part part = new Uses.Part(reached.lot(), reached.portion());
                lots.add(part);
                // Whatever else was reached came out of a run or vessel that the trace names.
                if (reached.depth() == 0) born.add(part);
            });
        }
        return new UsedFor(runs, List.copyOf(vessels), List.copyOf(lots), List.copyOf(born));
    }
}
