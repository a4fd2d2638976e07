package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.PurchaseOrder;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Purchase orders, in {@code catalog.purchase_order} and {@code catalog.purchase_order_line}. */
public final class PurchaseOrderTable {
    private static final String NAME = "purchase_order";

    private PurchaseOrderTable() {}

    private static final String SELECT = """
            select purchase_order.normal, purchase_order.code, partner.code as supplier,
                   site.code as site, due, purchase_order.standing, purchase_order.revision,
                   lines.*,
                   concat_ws(' ', purchase_order.code, partner.code, partner.name, site.code,
                             array_to_string(lines.items, ' ')) as search
            from catalog.purchase_order
            join catalog.partner on partner.id = purchase_order.supplier
            join catalog.site on site.id = purchase_order.site
            """ + OrderLines.joined(NAME);

    private static final String WRITE = """
            insert into catalog.purchase_order (normal, code, supplier, site, due, standing)
            select row.normal, body->>'code', partner.id, site.id, (body->>'due')::date,
                   body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, parents text[], body jsonb)
            join catalog.partner on partner.normal = parents[1]
            join catalog.site on site.normal = parents[2]
            on conflict (normal) do update
            set site = excluded.site, due = excluded.due, standing = excluded.standing
            """;

    public static MasterTable<PurchaseOrder> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                NAME,
                SELECT,
                List.of(WRITE, OrderLines.remove(NAME), OrderLines.write(NAME)),
                (row, number) -> new PurchaseOrder(
                        OrderCode.of(row.getString("code")),
                        PartnerCode.of(row.getString("supplier")),
                        SiteCode.of(row.getString("site")),
                        Read.optional(row, "due", LocalDate::parse),
                        OrderLines.of(row),
                        Read.standing(row)),
                Set.of("code", "supplier", "site", "due", "standing"));
    }
}
