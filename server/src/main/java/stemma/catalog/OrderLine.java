package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonFormat;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One line of an order, known by its number: how much of an item, by when (absent: when the order
 * is due), and by how many percent more or less may come or go.
 */
public record OrderLine(
        int number,
        ItemCode item,
        Quantity amount,
        @Nullable LocalDate due,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal overPercent,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal underPercent) {
    public static final int MAX_NUMBER = 99_999;

    public OrderLine {
        if (number < 1 || number > MAX_NUMBER) {
            throw new MalformedMaster(
                    "order_line_number_invalid",
                    "line",
                    "the number of a line is 1 to " + MAX_NUMBER);
        }
        if (!amount.isPositive()) {
            throw new MalformedMaster(
                    "quantity_invalid",
                    "amount",
                    "line " + number + " orders more than nothing of " + item);
        }
        overPercent = MasterText.percent("overPercent", overPercent);
        underPercent = MasterText.percent("underPercent", underPercent);
    }

    /** Returns a line that is due with its order and must be met exactly. */
    public static OrderLine of(int number, ItemCode item, Quantity amount) {
        return new OrderLine(number, item, amount, null, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Returns the lines in the order of their numbers; refused if none, or a number twice. */
    static List<OrderLine> checked(List<OrderLine> lines) {
        if (lines.isEmpty())
            throw new MalformedMaster("order_without_line", "lines", "an order has a line");
        Set<Integer> seen = new HashSet<>();
        for (OrderLine line : lines) {
            if (!seen.add(line.number())) {
                throw new MalformedMaster(
                        "order_line_twice", "line", "line " + line.number() + " stands twice");
            }
        }
        return lines.stream().sorted(Comparator.comparingInt(OrderLine::number)).toList();
    }
}
