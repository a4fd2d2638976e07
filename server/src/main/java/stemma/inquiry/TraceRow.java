package stemma.inquiry;

import stemma.genealogy.Reached;
import stemma.quantity.Quantity;

import java.util.List;
import java.util.Map;

/** A lot that a trace reached, as a row: through which runs it was reached, and where it is. */
public record TraceRow(
        Reached reached, LotLine line, List<String> through, Map<Stage, Quantity> where) {
    public TraceRow {
        through = List.copyOf(through);
        where = Map.copyOf(where);
    }
}
