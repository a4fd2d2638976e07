package stemma.receiving;

import stemma.catalog.ConversionAnswer;
import stemma.catalog.Conversions;
import stemma.catalog.OrderLine;
import stemma.catalog.PurchaseOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How much of an item an order asks for, and at least and at most allows, in the item's unit. */
public record Wanted(Quantity amount, Quantity least, Quantity most) {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    /** Returns what a line asks for, or nothing where its unit can no longer be converted. */
    public static Optional<Wanted> of(OrderLine line, Conversions conversions, Unit unit) {
        return switch (conversions.convert(line.item(), line.amount(), unit)) {
            case ConversionAnswer.Converted it -> Optional.of(of(line, it.quantity()));
            case ConversionAnswer.Unconverted _ -> Optional.empty();
        };
    }

    private static Wanted of(OrderLine line, Quantity amount) {
        return new Wanted(
                amount,
                times(amount, BigDecimal.ONE.subtract(line.underPercent().multiply(HUNDREDTH))),
                times(amount, BigDecimal.ONE.add(line.overPercent().multiply(HUNDREDTH))));
    }

    // A limit is a comparison, not a quantity of material: what is beyond the scale is cut.
    private static Quantity times(Quantity amount, BigDecimal factor) {
        BigDecimal product = amount.amount().multiply(factor);
        return new Quantity(
                product.setScale(Math.min(product.scale(), Quantity.MAX_SCALE), RoundingMode.DOWN),
                amount.unit());
    }

    /** Returns what all lines of an item ask for together, or nothing where none is for it. */
    public static Optional<Wanted> of(
            PurchaseOrder order, ItemCode item, Conversions conversions, Unit unit) {
        String normal = LotNumber.normal(item.code());
        return order.lines().stream()
                .filter(line -> LotNumber.normal(line.item().code()).equals(normal))
                .flatMap(line -> of(line, conversions, unit).stream())
                .reduce(Wanted::plus);
    }

    private Wanted plus(Wanted other) {
        return new Wanted(
                amount.plus(other.amount), least.plus(other.least), most.plus(other.most));
    }
}
