package stemma.production;

import stemma.identifiers.OrderCode;
import stemma.stock.Handled;

import java.util.List;

/** A work order as far as it shows in the record: the runs for it. */
public record WorkOrderProgress(OrderCode code, List<RunCard> runs) {
    public WorkOrderProgress {
        runs = List.copyOf(runs);
    }

    public List<Handled> inputs() {
        return runs.stream().flatMap(run -> run.inputs().stream()).toList();
    }

    public List<Handled> outputs() {
        return runs.stream().flatMap(run -> run.outputs().stream()).toList();
    }
}
