package stemma.genealogy;

import stemma.identifiers.RunId;
import stemma.journal.SealedSize;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How far a forward question reaches as of now, without what a trace tells of each lot: the units
 * reached by the inner keys of their lots, roots among them; the lots of which new material was
 * made; the runs that part one material and those that have yielded nothing yet; in which shipments
 * the lots left; and what the answer rests on.
 */
public record Extent(
        Question question,
        SealedSize sealed,
        List<Span> units,
        Set<Long> roots,
        Set<Long> madeInto,
        Set<RunId> sameMaterial,
        Set<RunId> open,
        Departures departures,
        int lots,
        int runs,
        List<Gap> gaps,
        List<LeftOut> leftOut) {
    public Extent {
        units = List.copyOf(units);
        roots = Set.copyOf(roots);
        madeInto = Set.copyOf(madeInto);
        sameMaterial = Set.copyOf(sameMaterial);
        open = Set.copyOf(open);
        gaps = List.copyOf(gaps);
        leftOut = List.copyOf(leftOut);
    }

    /** Returns what the answer rests on, with the ends of our knowledge that were met. */
    public Completeness completeness(Collection<Boundary> boundaries) {
        return new Completeness(
                question,
                sealed.size(),
                sealed.unsealed(),
                lots,
                runs,
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.copyOf(boundaries),
                gaps,
                leftOut);
    }
}
