package stemma.inquiry;

import stemma.genealogy.Extent;
import stemma.identifiers.RunId;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.SetAt;
import stemma.stock.SetsAt;
import stemma.stock.Shipment;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An exposure and what it is made of: which sets of lots each of its parts is, where they are, and
 * the shipments by the normal form of their codes.
 */
record Exposed(
        Exposure exposure,
        Map<Exposure.Part, List<Integer>> sets,
        Extent extent,
        AlikeSets alike,
        SetsAt at,
        Map<String, Shipment> shipments) {

    /** Returns which of the units reached are of a part, by where they stand in the extent. */
    int[] unitsOf(Exposure.Part part) {
        Set<Integer> of = new HashSet<>(setsOf(part));
        int[] units = new int[extent.units().size()];
        int size = 0;
        for (int i = 0; i < units.length; i++) if (of.contains(alike.setAt(i))) units[size++] = i;
        return Arrays.copyOf(units, size);
    }

    /** Returns what all of a part took from each run of the same material, less what it gave it. */
    Map<Place, Quantity> exchanged(Exposure.Part part) {
        Map<Place, Quantity> net = new HashMap<>();
        Collection<Integer> of = setsOf(part);
        for (SetAt sum : at.sums()) {
            if (sum.place() instanceof Place.InRun(RunId run)
                    && extent.sameMaterial().contains(run)
                    && of.contains(sum.set()))
                net.merge(
                        sum.place(),
                        new Quantity(sum.quantity(), part.tally().unit()),
                        Quantity::plus);
        }
        return net;
    }

    private Collection<Integer> setsOf(Exposure.Part part) {
        return Objects.requireNonNull(sets.get(part));
    }
}
