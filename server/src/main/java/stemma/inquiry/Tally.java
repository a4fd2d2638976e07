package stemma.inquiry;

import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of lots in one unit: how much came to be, and how much is at each stage. The two are
 * reckoned from opposite ends of the movements, so that the check of their sums means something.
 */
public record Tally(Unit unit, int lots, Quantity came, Map<Stage, Quantity> stages) {
    public Tally {
        stages = Map.copyOf(stages);
    }

    static Tally of(Unit unit, int lots, Quantity came, Collection<Where> rows) {
        Map<Stage, Quantity> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) stages.put(stage, Quantity.zero(unit));
        for (Where row : rows) stages.merge(row.stage(), row.quantity(), Quantity::plus);
        return new Tally(unit, lots, came, stages);
    }

    Tally plus(Tally other) {
        Map<Stage, Quantity> sums = new EnumMap<>(stages);
        other.stages.forEach((stage, quantity) -> sums.merge(stage, quantity, Quantity::plus));
        return new Tally(unit, lots + other.lots, came.plus(other.came), sums);
    }

    public Quantity at(Stage stage) {
        return stages.getOrDefault(stage, Quantity.zero(unit));
    }

    /** Returns the sum of all stages. */
    public Quantity sum() {
        return stages.values().stream().reduce(Quantity.zero(unit), Quantity::plus);
    }

    /** Says whether the stages account for all that came to be. */
    public boolean addsUp() {
        return sum().equals(came);
    }
}
