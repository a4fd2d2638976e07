package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.PartnerCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An order at a partner, line by line: what is to come in or to go out. */
public sealed interface LinedOrder extends Order permits PurchaseOrder, SalesOrder {
    /** Returns who sends or gets the goods. */
    PartnerCode partner();

    /** Returns the lines in the order of their numbers. */
    List<OrderLine> lines();

    /** Returns the line of that number, if there is one. */
    default Optional<OrderLine> line(int number) {
        return lines().stream().filter(line -> line.number() == number).findFirst();
    }

    /** Returns the day by which a line is wanted: its own, else that of the order. */
    default @Nullable LocalDate due(OrderLine line) {
        return line.due() == null ? due() : line.due();
    }
}
