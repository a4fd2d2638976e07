package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.WorkOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Work orders, in {@code catalog.work_order}; each rests on one revision of a recipe. */
public final class WorkOrderTable {
    private WorkOrderTable() {}

    private static final String SELECT = """
            select work_order.normal, work_order.code, site.code as site, item.code as item,
                   recipe_revision, amount, unit, resource.code as resource, due,
                   work_order.standing, work_order.revision,
                   concat_ws(' ', work_order.code, item.code, item.name, site.code,
                             resource.code) as search
            from catalog.work_order
            join catalog.site on site.id = work_order.site
            join catalog.recipe on recipe.id = work_order.recipe
            join catalog.item on item.id = recipe.item
            left join catalog.resource on resource.id = work_order.resource
            """;

    private static final String WRITE = """
            insert into catalog.work_order
                (normal, code, site, recipe, amount, unit, resource, due, standing)
            select row.normal, body->>'code', site.id, recipe.id,
                   split_part(body->>'amount', ' ', 1)::numeric,
                   split_part(body->>'amount', ' ', 2), resource.id, (body->>'due')::date,
                   body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, parents text[], body jsonb)
            join catalog.site on site.normal = parents[1]
            join catalog.recipe on recipe.normal = parents[3]
            left join catalog.resource on resource.normal = parents[4]
            on conflict (normal) do update
            set site = excluded.site, recipe = excluded.recipe, amount = excluded.amount,
                unit = excluded.unit, resource = excluded.resource, due = excluded.due,
                standing = excluded.standing
            """;

    public static MasterTable<WorkOrder> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                "work_order",
                SELECT,
                List.of(WRITE),
                (row, number) -> new WorkOrder(
                        OrderCode.of(row.getString("code")),
                        SiteCode.of(row.getString("site")),
                        ItemCode.of(row.getString("item")),
                        row.getString("recipe_revision"),
                        new Quantity(row.getBigDecimal("amount"), Unit.of(row.getString("unit"))),
                        Read.optional(row, "resource", ResourceCode::of),
                        Read.optional(row, "due", LocalDate::parse),
                        Read.standing(row)),
                Set.of("code", "site", "item", "resource", "due", "standing"));
    }
}
