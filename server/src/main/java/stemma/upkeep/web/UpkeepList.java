package stemma.upkeep.web;

import stemma.upkeep.ResourceState;
import stemma.upkeep.UpkeepQuery;

import java.util.List;

/** One page of the list of equipment. */
public record UpkeepList(UpkeepQuery query, List<ResourceState> rows, int total, int from) {
    public UpkeepList {
        rows = List.copyOf(rows);
    }

    static UpkeepList of(UpkeepQuery query, List<ResourceState> all, int from) {
        int first = Math.min(from, all.size());
        int last = Math.min(first + UpkeepAsked.PAGE, all.size());
        return new UpkeepList(query, all.subList(first, last), all.size(), first);
    }

    public boolean hasMore() {
        return from + rows.size() < total;
    }
}
