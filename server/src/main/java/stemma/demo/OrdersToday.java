package stemma.demo;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Master;
import stemma.catalog.OrderLine;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Standing;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was ordered from suppliers and from the lines: the orders that the deliveries and runs of
 * the last day name, some of them not met yet, and others of which nothing has come or been made.
 */
final class OrdersToday {
    private static final BigDecimal SOME_PERCENT = BigDecimal.valueOf(5);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final LocalDate today;
    private final List<Event> toldToday;
    private final List<Master> masters = new ArrayList<>();

    private OrdersToday(LocalDate today, List<Event> toldToday) {
        this.today = today;
        this.toldToday = toldToday;
    }

    /** Returns the orders; the events are those of the day. */
    static List<Master> masters(LocalDate today, Stream<Event> ofTheDay) {
        OrdersToday orders = new OrdersToday(today, ofTheDay.toList());
        orders.bought();
        orders.made();
        return orders.masters;
    }

    private void bought() {
        boolean more = true;
        for (Event event : toldToday) {
            if (!(event instanceof Event.Received received) || received.order() == null) continue;
            buy(received.order(), received.supplier(), today, lines(received, more));
            more = !more;
        }
        PartnerCode spices = Ingredient.of(new ItemCode("PEPPER")).supplier();
        PartnerCode fish = Ingredient.of(new ItemCode("HADDOCK")).supplier();
        PartnerCode rice = Ingredient.of(new ItemCode("RICE")).supplier();
        buy(new OrderCode("PO-90001"), spices, today.minusDays(2), List.of(line(1, "PEPPER", 50)));
        buy(new OrderCode("PO-90002"), fish, today, List.of(line(1, "HADDOCK", 800)));
        buy(
                new OrderCode("PO-90003"),
                rice,
                today.plusDays(1),
                List.of(line(1, "RICE", 4000), line(2, "BASMATI", 2000)));
    }

    /** Every second order asked for more than came, so that its delivery was a part of it. */
    private static List<OrderLine> lines(Event.Received received, boolean more) {
        Map<ItemCode, Quantity> came = new LinkedHashMap<>();
        for (Birth birth : received.lots())
            came.merge(birth.passport().item(), birth.quantity(), Quantity::plus);
        List<OrderLine> lines = new ArrayList<>();
        came.forEach((item, quantity) -> {
            Quantity asked = more && lines.isEmpty() ? quantity.plus(quantity) : quantity;
            lines.add(tolerant(lines.size() + 1, item, asked));
        });
        return lines;
    }

    private void buy(OrderCode code, PartnerCode supplier, LocalDate due, List<OrderLine> lines) {
        masters.add(new PurchaseOrder(code, supplier, Firm.SITE, due, lines, Standing.ACTIVE));
    }

    private static OrderLine line(int number, String item, int kilograms) {
        return tolerant(number, new ItemCode(item), Measures.kg(kilograms));
    }

    private static OrderLine tolerant(int number, ItemCode item, Quantity asked) {
        return new OrderLine(number, item, asked, null, SOME_PERCENT, SOME_PERCENT);
    }

    private void made() {
        for (Event event : toldToday) {
            if (!(event instanceof Event.Produced made)) continue;
            if (made.run().order() == null || made.run().line() == null) continue;
            Birth first = made.outputs().getFirst();
            make(
                    made.run().order(),
                    first.passport().item(),
                    planned(first.quantity()),
                    made.run().line(),
                    today);
        }
        make("WO-90001", "S-104", 1200, 2, today);
        make("WO-90002", "M-204", 1500, 1, today);
        make("WO-90003", "S-108", 900, 2, today.plusDays(1));
    }

    /** What was planned is a whole number of hundreds; a few were lost. */
    private static Quantity planned(Quantity made) {
        BigDecimal hundreds = made.amount().divide(HUNDRED, 0, java.math.RoundingMode.CEILING);
        return new Quantity(hundreds.multiply(HUNDRED), made.unit());
    }

    private void make(String code, String item, int cases, int line, LocalDate due) {
        make(new OrderCode(code), new ItemCode(item), Measures.cases(cases), Firm.line(line), due);
    }

    private void make(
            OrderCode code,
            ItemCode item,
            Quantity amount,
            @Nullable ResourceCode line,
            LocalDate due) {
        masters.add(new WorkOrder(
                code, Firm.SITE, item, Finished.REVISION, amount, line, due, Standing.ACTIVE));
    }
}
