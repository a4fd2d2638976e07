package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Purchase and sales orders as rows: those that name one order are its lines. */
sealed interface OrderSheet<H> extends LinedSheet.Form<H, OrderLine> {
    ItemCode ITEM = ItemCode.of("?");
    PartnerCode PARTNER = PartnerCode.of("?");

    @Override
    default boolean agree(H one, H other) {
        return one.equals(other);
    }

    @Override
    default void differs(SheetRow row, int first) {
        row.error(
                "code",
                "order_heads_differ",
                "what is said of the whole order differs from line " + first);
    }

    // A line without a number gets the next one.
    @Override
    default @Nullable OrderLine line(SheetRow row, List<OrderLine> before) {
        Integer said = row.optional("line", OrderSheet::number);
        int number = said == null
                ? 1 + before.stream().mapToInt(OrderLine::number).max().orElse(0)
                : said;
        ItemCode item = row.code("line_item", ItemCode::of, ITEM);
        Quantity amount = row.needed("amount", Quantity::of, Quantity.each(1));
        LocalDate due = row.optional("line_due", SheetReading::date);
        BigDecimal over = percent(row, "over_percent");
        BigDecimal under = percent(row, "under_percent");
        return row.made(() -> new OrderLine(number, item, amount, due, over, under));
    }

    private static BigDecimal percent(SheetRow row, String column) {
        BigDecimal percent = row.optional(column, SheetReading::percent);
        return percent == null ? BigDecimal.ZERO : percent;
    }

    private static Integer number(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new MalformedMaster(
                    "order_line_number_invalid",
                    "line",
                    "\"" + text + "\" is not the number of a line");
        }
        return Integer.valueOf(text);
    }

    /** Purchase orders. */
    record Purchases() implements OrderSheet<Purchases.Head> {
        record Head(
                OrderCode code,
                PartnerCode supplier,
                SiteCode site,
                @Nullable LocalDate due,
                Standing standing) {}

        @Override
        public Head head(SheetRow row) {
            return new Head(
                    row.code("code", OrderCode::of, OrderCode.of("?")),
                    row.code("supplier", PartnerCode::of, PARTNER),
                    row.code("site", SiteCode::of, SiteCode.of("?")),
                    row.optional("due", SheetReading::date),
                    SheetReading.standing(row));
        }

        @Override
        public MasterKey key(Head head) {
            return PurchaseOrder.key(head.code());
        }

        @Override
        public PurchaseOrder whole(Head head, List<OrderLine> lines) {
            return new PurchaseOrder(
                    head.code(), head.supplier(), head.site(), head.due(), lines, head.standing());
        }
    }

    /** Sales orders. */
    record Sales() implements OrderSheet<Sales.Head> {
        record Head(
                OrderCode code,
                PartnerCode customer,
                @Nullable ShipToCode shipTo,
                @Nullable LocalDate due,
                Standing standing) {}

        @Override
        public Head head(SheetRow row) {
            return new Head(
                    row.code("code", OrderCode::of, OrderCode.of("?")),
                    row.code("customer", PartnerCode::of, PARTNER),
                    row.text("ship_to").isEmpty()
                            ? null
                            : row.code("ship_to", ShipToCode::of, ShipToCode.of("?")),
                    row.optional("due", SheetReading::date),
                    SheetReading.standing(row));
        }

        @Override
        public MasterKey key(Head head) {
            return SalesOrder.key(head.code());
        }

        @Override
        public SalesOrder whole(Head head, List<OrderLine> lines) {
            return new SalesOrder(
                    head.code(),
                    head.customer(),
                    head.shipTo(),
                    head.due(),
                    lines,
                    head.standing());
        }
    }
}
