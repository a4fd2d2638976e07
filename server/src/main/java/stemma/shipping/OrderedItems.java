package stemma.shipping;

import stemma.catalog.ConversionAnswer;
import stemma.catalog.Conversions;
import stemma.catalog.Item;
import stemma.catalog.OrderLine;
import stemma.catalog.SalesOrder;
import stemma.identifiers.LotNumber;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a sales order asks for, in the base units of its items. */
record OrderedItems(SalesOrder order, List<Wanted> lines) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A line: how much, and at most how much may go out for it. */
    record Wanted(OrderLine line, Quantity amount, Quantity atMost) {
        String item() {
            return LotNumber.normal(line.item().code());
        }
    }

    /** Reads an order; a line whose amount nothing converts any more is left as it was written. */
    static OrderedItems of(SalesOrder order, Map<String, Item> items, Conversions conversions) {
        List<Wanted> wanted = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            Item item = items.get(LotNumber.normal(line.item().code()));
            Quantity amount = item == null
                    ? line.amount()
                    : switch (conversions.convert(line.item(), line.amount(), item.baseUnit())) {
                        case ConversionAnswer.Converted converted -> converted.quantity();
                        case ConversionAnswer.Unconverted _ -> line.amount();
                    };
            BigDecimal most = amount.amount()
                    .multiply(HUNDRED.add(line.overPercent()))
                    .divide(HUNDRED, Quantity.MAX_SCALE, RoundingMode.DOWN);
            wanted.add(new Wanted(line, amount, new Quantity(most, amount.unit())));
        }
        return new OrderedItems(order, wanted);
    }

    List<Wanted> of(String item) {
        return lines.stream().filter(line -> line.item().equals(item)).toList();
    }
}
