package stemma.production;

import stemma.catalog.Conversions;
import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.stock.Handled;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What went into a run, less what came back unused, against what came out of it and was lost, in
 * one unit; or the item that cannot be weighed in that unit by the conversions we have.
 */
public sealed interface MassBalance {
    /** The sums; what is unaccounted is the rest, which may be negative. */
    record Sums(Quantity in, Quantity out, Quantity lost, Quantity unaccounted)
            implements MassBalance {
        /** Returns what is unaccounted in percent of what went in, of one decimal. */
        public BigDecimal percent() {
            if (in.isZero()) return BigDecimal.ZERO;
            return unaccounted
                    .amount()
                    .movePointRight(2)
                    .divide(in.amount(), 1, RoundingMode.HALF_UP);
        }

        /** Says whether what is unaccounted, either way, lies within that percentage of the in. */
        public boolean isWithin(BigDecimal tolerancePercent) {
            return unaccounted
                            .amount()
                            .abs()
                            .movePointRight(2)
                            .compareTo(in.amount().multiply(tolerancePercent))
                    <= 0;
        }
    }

    /** No sums: this item and the unit do not meet. */
    record Incomparable(ItemCode item, Unit unit) implements MassBalance {}

    /** No sums: pieces of several items went through, and a piece of one is none of another. */
    record Pieces() implements MassBalance {}

    /** Nothing went in or came out. */
    record Nothing() implements MassBalance {}

    /** What moved at a run: in, back unused, out, and lost. */
    record Moved(
            List<Handled> inputs,
            List<Handled> returned,
            List<Handled> outputs,
            List<Handled> losses) {
        Stream<Handled> all() {
            return Stream.of(inputs, returned, outputs, losses).flatMap(List::stream);
        }

        /** What people take by the piece and do not track, such as cups, is packing and no mass. */
        Moved withoutPacking() {
            return new Moved(
                    withoutPacking(inputs),
                    withoutPacking(returned),
                    withoutPacking(outputs),
                    withoutPacking(losses));
        }

        private static List<Handled> withoutPacking(List<Handled> lines) {
            return lines.stream()
                    .filter(line -> !line.lot().lot().isPool()
                            || !line.quantity().unit().equals(Unit.EACH))
                    .toList();
        }
    }

    /**
     * Returns the balance in the first unit, pieces last, in which all lines but the packing can be
     * measured.
     */
    static MassBalance of(Moved all, Conversions conversions) {
        Moved moved = all.withoutPacking();
        List<Handled> first = moved.inputs().isEmpty() ? moved.outputs() : moved.inputs();
        if (first.isEmpty()) return new Nothing();
        boolean isOfOneItem = moved.all().map(MassBalance::item).distinct().count() == 1;
        List<Unit> units = units(moved, isOfOneItem);
        if (units.isEmpty()) return new Pieces();
        Optional<Unit> common = units.stream()
                .filter(any -> unlike(any, moved, conversions).isEmpty())
                .findFirst();
        if (common.isEmpty()) {
            Unit wanted = units.getFirst();
            return new Incomparable(item(unlike(wanted, moved, conversions).orElseThrow()), wanted);
        }
        Unit unit = common.get();
        Quantity in = sum(unit, moved.inputs(), conversions)
                .minus(sum(unit, moved.returned(), conversions));
        Quantity out = sum(unit, moved.outputs(), conversions);
        Quantity lost = sum(unit, moved.losses(), conversions);
        return new Sums(in, out, lost, in.minus(out).minus(lost));
    }

    /** The units in which something was measured or weighed; pieces only of one item alone. */
    private static List<Unit> units(Moved moved, boolean isOfOneItem) {
        Stream<Unit> measured = moved.all().map(line -> line.quantity().unit());
        Stream<Unit> weighed = moved.all()
                .map(line -> line.movement().catchWeight())
                .filter(Objects::nonNull)
                .map(Quantity::unit);
        return Stream.concat(
                        Stream.concat(measured, weighed).filter(unit -> !unit.equals(Unit.EACH)),
                        isOfOneItem ? Stream.of(Unit.EACH) : Stream.of())
                .distinct()
                .toList();
    }

    private static Optional<Handled> unlike(Unit unit, Moved moved, Conversions conversions) {
        return moved.all().filter(line -> in(unit, line, conversions).isEmpty()).findFirst();
    }

    private static ItemCode item(Handled line) {
        return line.lot().lot().item();
    }

    private static Quantity sum(Unit unit, List<Handled> lines, Conversions conversions) {
        Quantity sum = Quantity.zero(unit);
        for (Handled line : lines) sum = sum.plus(in(unit, line, conversions).orElseThrow());
        return sum;
    }

    private static Optional<Quantity> in(Unit unit, Handled line, Conversions conversions) {
        if (line.quantity().unit().equals(unit)) return Optional.of(line.quantity());
        Quantity weight = line.movement().catchWeight();
        if (weight != null && weight.unit().equals(unit)) return Optional.of(weight);
        return conversions
                .between(item(line), line.quantity().unit(), unit)
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
            case Pieces _ -> "pieces of several items, counted line by line";
            case Nothing _ -> "nothing went in or came out";
        };
    }
}
