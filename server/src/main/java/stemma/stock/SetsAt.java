package stemma.stock;

import stemma.identifiers.PartnerCode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where all sets are, and of how many lots each customer has anything. */
public record SetsAt(List<SetAt> sums, Map<PartnerCode, Integer> lotsAtCustomers) {
    public SetsAt {
        sums = List.copyOf(sums);
        lotsAtCustomers = Map.copyOf(lotsAtCustomers);
    }

    /** Returns both together; no lot is in both. */
    SetsAt and(SetsAt others) {
        List<SetAt> all = new ArrayList<>(sums);
        all.addAll(others.sums);
        Map<PartnerCode, Integer> lots = new HashMap<>(lotsAtCustomers);
        others.lotsAtCustomers.forEach(
                (partner, count) -> lots.merge(partner, count, Integer::sum));
        return new SetsAt(all, lots);
    }
}
