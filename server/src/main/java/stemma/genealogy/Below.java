package stemma.genealogy;

import stemma.identifiers.HoldCode;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The lots that descend from what a hold names, kept from slice to slice of a round: to search them
 * is as dear as spreading the hold. They tell where to look; which link counted then is asked anew.
 */
final class Below {
    private final Kin kin;
    private final LongSupplier sealed;
    private final Map<Since, Known> known = new HashMap<>();

    private record Since(HoldCode hold, long seq) {}

    /** The keys of the lots, by all that was sealed in so many entries. */
    private record Known(Set<Span> roots, long sealed, BitSet lots) {}

    /** @param sealed how many entries are sealed at the moment of the caller */
    Below(Kin kin, LongSupplier sealed) {
        this.kin = kin;
        this.sealed = sealed;
    }

    /** Says whether the lot may descend from these by links that were there at the position. */
    boolean reaches(InForce hold, List<Span> roots, Span lot, long position) {
        Since since = new Since(hold.held().hold(), hold.since());
        Known last = known.get(since);
        Set<Span> from = Set.copyOf(roots);
        if (last == null || !last.roots().equals(from) || last.sealed() <= position) {
            last = searched(from);
            known.put(since, last);
        }
        return last.lots().get(Math.toIntExact(lot.lot()));
    }

    private Known searched(Set<Span> roots) {
        long size = sealed.getAsLong();
        BitSet lots = new BitSet();
        kin.descendants(roots).forEach(span -> lots.set(Math.toIntExact(span.lot())));
        return new Known(roots, size, lots);
    }

    void forget() {
        known.clear();
    }
}
