package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.RunId;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reckons what became of lots of one unit from how much of them is at each place. What parts of one
 * material exchange through runs of the same material cancels out, so that nothing counts twice.
 */
final class Reckoning {
    private final Unit unit;
    private final Set<RunId> sameMaterial;
    private final Set<RunId> open;
    private final Map<RunId, Quantity> exchanged = new HashMap<>();
    private final Map<Stage, Quantity> stages = new EnumMap<>(Stage.class);
    private Quantity came;

    /** Takes the runs that part one material, and those that have not yielded anything yet. */
    Reckoning(Unit unit, Set<RunId> sameMaterial, Set<RunId> open) {
        this.unit = unit;
        this.sameMaterial = sameMaterial;
        this.open = open;
        this.came = Quantity.zero(unit);
        for (Stage stage : Stage.values()) stages.put(stage, Quantity.zero(unit));
    }

    /** The units of a block are each somewhere; the books keep no source for them. */
    void unitsCame(long units) {
        came = came.plus(new Quantity(BigDecimal.valueOf(units), unit));
    }

    /** Adds what is at a place, or missing from it; without a place, in runs that have yielded. */
    void add(@Nullable Place place, BigDecimal amount) {
        Quantity quantity = new Quantity(amount, unit);
        if (place instanceof Place.InRun(var run) && sameMaterial.contains(run))
            exchanged.merge(run, quantity, Quantity::plus);
        else if (place == null ? quantity.isNegative() : isSource(place, quantity))
            came = came.minus(quantity);
        else if (place == null) at(Stage.USED_UP, quantity);
        else {
            boolean hasYielded = place instanceof Place.InRun(var run) && !open.contains(run);
            Stage.of(place, hasYielded).ifPresent(stage -> at(stage, quantity));
        }
    }

    /** Says whether an amount at the place is where goods came from, and no place they went to. */
    static boolean isSource(Place place, Quantity quantity) {
        return switch (place) {
            case Place.OfSupplier _ -> true;
            case Place.InRun _, Place.InVessel _, Place.InUnit _ -> quantity.isNegative();
            case Place.Beyond beyond -> beyond == Place.Beyond.BEFORE_RECORDS;
            case Place.At _,
                    Place.InContainer _,
                    Place.InCustody _,
                    Place.InTransit _,
                    Place.InTransfer _,
                    Place.OfCustomer _ -> false;
        };
    }

    Tally tally(int lots) {
        Quantity all = came;
        for (Map.Entry<RunId, Quantity> net : exchanged.entrySet()) {
            if (net.getValue().isNegative()) all = all.minus(net.getValue());
            else if (net.getValue().isPositive())
                at(open.contains(net.getKey()) ? Stage.IN_PROCESS : Stage.USED_UP, net.getValue());
        }
        return new Tally(unit, lots, all, stages);
    }

    private void at(Stage stage, Quantity quantity) {
        stages.merge(stage, quantity, Quantity::plus);
    }
}
