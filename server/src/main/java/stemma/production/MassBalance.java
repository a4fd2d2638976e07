package stemma.production;

import stemma.catalog.Conversions;
import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.stock.Handled;

import java.util.List;
import java.util.Optional;

/**
 * What went into a run against what came out of it and was lost, in one unit; or the item that
 * cannot be weighed in that unit by the conversions we have.
 */
public sealed interface MassBalance {
    /** The sums; what is unaccounted is the rest, which may be negative. */
    record Sums(Quantity in, Quantity out, Quantity lost, Quantity unaccounted)
            implements MassBalance {}

    /** No sums: this item and the unit do not meet. */
    record Incomparable(ItemCode item, Unit unit) implements MassBalance {}

    /** Nothing went in or came out. */
    record Nothing() implements MassBalance {}

    /** Returns the balance in the unit of the first input, else of the first output. */
    static MassBalance of(
            List<Handled> inputs,
            List<Handled> outputs,
            List<Handled> losses,
            Conversions conversions) {
        List<Handled> first = inputs.isEmpty() ? outputs : inputs;
        if (first.isEmpty()) return new Nothing();
        Unit unit = first.getFirst().quantity().unit();
        for (List<Handled> lines : List.of(inputs, outputs, losses)) {
            for (Handled line : lines) {
                if (in(unit, line, conversions).isEmpty())
                    return new Incomparable(line.lot().lot().item(), unit);
            }
        }
        Quantity in = sum(unit, inputs, conversions);
        Quantity out = sum(unit, outputs, conversions);
        Quantity lost = sum(unit, losses, conversions);
        return new Sums(in, out, lost, in.minus(out).minus(lost));
    }

    private static Quantity sum(Unit unit, List<Handled> lines, Conversions conversions) {
        Quantity sum = Quantity.zero(unit);
        for (Handled line : lines) sum = sum.plus(in(unit, line, conversions).orElseThrow());
        return sum;
    }

    private static Optional<Quantity> in(Unit unit, Handled line, Conversions conversions) {
        if (line.quantity().unit().equals(unit)) return Optional.of(line.quantity());
        return conversions
                .between(line.lot().lot().item(), line.quantity().unit(), unit)
                .flatMap(f -> f.applyExactly(line.quantity().amount(), Quantity.MAX_SCALE))
                .map(amount -> new Quantity(amount, unit));
    }

    /** Returns it in words. */
    default String words() {
        return switch (this) {
            case Sums(var in, var out, var lost, var open) ->
                "in " + in + " · out " + out + (lost.isZero() ? "" : " · lost " + lost)
                        + " · unaccounted " + open;
            case Incomparable(var item, var unit) ->
                item + " cannot be weighed in " + unit + " by our records";
            case Nothing _ -> "nothing went in or came out";
        };
    }
}
