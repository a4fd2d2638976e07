package stemma.demo;

import stemma.catalog.Master;
import stemma.catalog.OrderLine;
import stemma.catalog.Partner;
import stemma.catalog.PartnerPolicy;
import stemma.catalog.SalesOrder;
import stemma.catalog.Standing;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What customers are waiting for today: orders that can be served, one of a customer whose agreed
 * shelf life nothing meets, and one of more than is free.
 */
final class SalesToday {
    private static final String HOSPITALS = "HARVEST";
    private static final int LONG_LASTING = 270;

    private SalesToday() {}

    /** Returns the orders as of the day, and the customer that has agreed on long shelf life. */
    static List<Master> masters(LocalDate today) {
        List<Master> masters = new ArrayList<>();
        for (Master master : Firm.masters()) {
            if (master instanceof Partner partner && partner.code().code().equals(HOSPITALS)) {
                masters.add(
                        partner.with(PartnerPolicy.USUAL.withMinimumRemainingDays(LONG_LASTING)));
            }
        }
        masters.add(order("SO-9001", "CORNER", "P-1", today, line(1, "S-101", 120)));
        masters.add(order(
                "SO-9002", "BAYLINE", "B-02", today, line(1, "M-201", 60), line(2, "S-104", 60)));
        masters.add(order("SO-9003", HOSPITALS, "H-1", today, line(1, "S-110", 48)));
        masters.add(order("SO-9004", "NORTHFOLD", "DC-1", today, line(1, "M-202", 90_000)));
        masters.add(order("SO-9005", "ISLE", "PIER", today.plusDays(1), line(1, "S-109", 36)));
        return masters;
    }

    private static OrderLine line(int number, String item, int amount) {
        return OrderLine.of(
                number,
                new ItemCode(item),
                new Quantity(BigDecimal.valueOf(amount), Measures.CASE));
    }

    private static SalesOrder order(
            String code, String customer, String shipTo, LocalDate due, OrderLine... lines) {
        return new SalesOrder(
                new OrderCode(code),
                new PartnerCode(customer),
                new ShipToCode(shipTo),
                due,
                List.of(lines),
                Standing.ACTIVE);
    }
}
