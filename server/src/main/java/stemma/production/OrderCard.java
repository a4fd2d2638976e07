package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Alternate;
import stemma.catalog.Recipe;
import stemma.catalog.Standing;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.stock.Handled;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A work order as the operator's screen shows it: what it asks by its recipe (both absent where the
 * catalog does not know the order), what went in and came out, its runs and steps, what is open,
 * and since when it is closed.
 */
public record OrderCard(
        OrderCode code,
        @Nullable WorkOrder order,
        @Nullable Recipe recipe,
        List<NeedState> needs,
        List<MadeState> makes,
        List<RunCard> runs,
        List<StepState> steps,
        List<OpenPoint> points,
        @Nullable Instant closedAt) {
    public OrderCard {
        needs = List.copyOf(needs);
        makes = List.copyOf(makes);
        runs = List.copyOf(runs);
        steps = List.copyOf(steps);
        points = List.copyOf(points);
    }

    public boolean isClosed() {
        return order != null && order.standing() == Standing.RETIRED;
    }

    /** Returns the codes of what may go in: what is asked for, what stands in, what is reworked. */
    public List<String> itemsIn() {
        if (needs.isEmpty()) return List.of();
        Stream<ItemCode> asked = needs.stream()
                .map(NeedState::need)
                .flatMap(need -> Stream.concat(
                        Stream.of(need.line().item()),
                        need.line().alternates().stream().map(Alternate::item)));
        return Stream.concat(asked.map(ItemCode::code), itemsOut().stream())
                .distinct()
                .toList();
    }

    /** Returns the codes of what comes out. */
    public List<String> itemsOut() {
        return makes.stream().map(made -> made.line().item().code()).distinct().toList();
    }

    public List<RunId> runIds() {
        return runs.stream().map(RunCard::id).toList();
    }

    public List<Handled> inputs() {
        return runs.stream().flatMap(run -> run.inputs().stream()).toList();
    }

    public List<Handled> outputs() {
        return runs.stream().flatMap(run -> run.outputs().stream()).toList();
    }
}
