package stemma.inquiry;

import stemma.genealogy.Apportioned;
import stemma.genealogy.Direction;
import stemma.genealogy.LotShare;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.identifiers.LotId;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A trace in one direction with the rows of one page of it; with the knowledge of an earlier
 * moment, also what the same question gives today.
 */
public record TraceAnswer(
        Subject subject,
        Insight insight,
        Instant at,
        Trace trace,
        Optional<Trace> today,
        TraceQuery query,
        List<TraceRow> rows,
        int matching,
        Names names,
        Optional<Apportioned> apportioned) {
    public TraceAnswer {
        rows = List.copyOf(rows);
    }

    /** Returns how much of what was asked about is in a row, where that was asked and is known. */
    public Optional<LotShare> share(TraceRow row) {
        return apportioned.map(all -> all.of(row.reached()));
    }

    TraceAnswer with(Optional<Apportioned> shares) {
        return new TraceAnswer(
                subject, insight, at, trace, today, query, rows, matching, names, shares);
    }

    public Direction direction() {
        return trace.question().direction();
    }

    public int lots() {
        return (int) trace.lots().stream().map(lot -> lot.lot().id()).distinct().count();
    }

    /** Returns how many lots today's answer has that the earlier one had not. */
    public int onlyToday() {
        return today.map(now -> missing(now, trace)).orElse(0);
    }

    /** Returns how many lots the earlier answer had that today's has not. */
    public int onlyThen() {
        return today.map(now -> missing(trace, now)).orElse(0);
    }

    private static int missing(Trace in, Trace from) {
        Set<LotId> lots = new HashSet<>();
        for (Reached lot : in.lots()) lots.add(lot.lot().id());
        for (Reached lot : from.lots()) lots.remove(lot.lot().id());
        return lots.size();
    }
}
