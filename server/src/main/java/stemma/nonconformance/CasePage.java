package stemma.nonconformance;

import java.time.LocalDate;
import java.util.List;

/** One page of a work list: the cases, how many there are in all, and which day it is. */
public record CasePage(CaseQuery query, List<CaseHead> cases, int total, LocalDate today) {
    public CasePage {
        cases = List.copyOf(cases);
    }

    public boolean hasMore() {
        return query.offset() + cases.size() < total;
    }
}
