package stemma.inquiry;

import stemma.genealogy.Reached;
import stemma.quantity.Quantity;

import java.util.List;
import java.util.Map;

/**
 * A lot that a trace reached, as a row: through which runs it was reached, where it is, and where
 * our knowledge of it begins and ends.
 */
public record TraceRow(
        Reached reached,
        LotLine line,
        List<String> through,
        Map<Stage, Quantity> where,
        List<KnownEnd> ends) {
    public TraceRow {
        through = List.copyOf(through);
        ends = List.copyOf(ends);
        where = Map.copyOf(where);
    }
}
