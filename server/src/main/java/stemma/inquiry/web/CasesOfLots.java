package stemma.inquiry.web;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.LotId;
import stemma.lots.Lot;
import stemma.nonconformance.CaseHead;
import stemma.nonconformance.CaseQuery;
import stemma.nonconformance.Cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The cases about the lots of a page that whoever looks at it may see, asked for all at once. */
public record CasesOfLots(Map<LotId, List<CaseHead>> byLot) {
    static CasesOfLots of(
            Cases cases, Caller caller, Collection<Lot> lots, CaseQuery.Standing standing) {
        Map<LotId, List<CaseHead>> all = cases.on(lots, standing);
        all.replaceAll((lot, heads) -> heads.stream()
                .filter(head -> caller.may(Permission.SEE_RECORD, head.site()))
                .toList());
        return new CasesOfLots(all);
    }

    /** Returns those about one lot, the youngest first. */
    public List<CaseHead> on(Lot lot) {
        return byLot.getOrDefault(lot.id(), List.of());
    }

    /** Returns those about any of the lots, each once. */
    public List<CaseHead> all() {
        return byLot.values().stream().flatMap(List::stream).distinct().toList();
    }
}
