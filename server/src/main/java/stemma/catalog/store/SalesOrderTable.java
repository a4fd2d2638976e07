package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.SalesOrder;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Sales orders, in {@code catalog.sales_order} and {@code catalog.sales_order_line}. */
public final class SalesOrderTable {
    private static final String NAME = "sales_order";

    private SalesOrderTable() {}

    private static final String SELECT = """
            select sales_order.normal, sales_order.code, partner.code as customer,
                   ship_to.code as ship_to, due, sales_order.standing, sales_order.revision,
                   lines.*,
                   concat_ws(' ', sales_order.code, partner.code, partner.name, ship_to.code,
                             ship_to.name, array_to_string(lines.items, ' ')) as search
            from catalog.sales_order
            join catalog.partner on partner.id = sales_order.customer
            left join catalog.ship_to on ship_to.id = sales_order.ship_to
            """ + OrderLines.joined(NAME);

    private static final String WRITE = """
            insert into catalog.sales_order (normal, code, customer, ship_to, due, standing)
            select row.normal, body->>'code', partner.id, ship_to.id, (body->>'due')::date,
                   body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, parents text[], body jsonb)
            join catalog.partner on partner.normal = parents[1]
            left join catalog.ship_to
                on body->>'shipTo' is not null and ship_to.normal = parents[2]
            on conflict (normal) do update
            set ship_to = excluded.ship_to, due = excluded.due, standing = excluded.standing
            """;

    public static MasterTable<SalesOrder> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                NAME,
                SELECT,
                List.of(WRITE, OrderLines.remove(NAME), OrderLines.write(NAME)),
                (row, number) -> new SalesOrder(
                        OrderCode.of(row.getString("code")),
                        PartnerCode.of(row.getString("customer")),
                        Read.optional(row, "ship_to", ShipToCode::of),
                        Read.optional(row, "due", LocalDate::parse),
                        OrderLines.of(row),
                        Read.standing(row)),
                Set.of("code", "customer", "ship_to", "due", "standing"));
    }
}
