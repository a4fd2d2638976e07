package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.NumberRule;
import stemma.catalog.PackLevels;
import stemma.catalog.SublotPolicy;
import stemma.catalog.Tracking;
import stemma.catalog.UnitWeight;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Items with their policy, in {@code catalog.item}. */
public final class ItemTable {
    private ItemTable() {}

    private static final String SELECT = """
            select normal, code, name, base_unit, tracking, shelf_life_days, status_at_receipt,
                   status_at_production, sublots, catch_weight_unit, gtin, numbering,
                   expiry_alert_days, retest_alert_days, pack_levels, unit_weight, standing,
                   revision,
                   concat_ws(' ', code, name, gtin, pack_levels) as search
            from catalog.item
            """;

    private static final String WRITE = """
            insert into catalog.item
                (normal, code, name, base_unit, tracking, shelf_life_days, status_at_receipt,
                 status_at_production, sublots, catch_weight_unit, gtin, numbering,
                 expiry_alert_days, retest_alert_days, pack_levels, unit_weight, standing)
            select normal, body->>'code', body->>'name', body->>'baseUnit', body->>'tracking',
                   (body->'policy'->>'shelfLifeDays')::integer, body->'policy'->>'statusAtReceipt',
                   body->'policy'->>'statusAtProduction', body->'policy'->>'sublots',
                   body->'policy'->>'catchWeightUnit', body->'policy'->>'gtin',
                   body->'policy'->>'numbering', (body->'policy'->>'expiryAlertDays')::integer,
                   (body->'policy'->>'retestAlertDays')::integer, body->'policy'->>'packLevels',
                   body->'policy'->>'unitWeight', body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, body jsonb)
            on conflict (normal) do update
            set name = excluded.name, base_unit = excluded.base_unit,
                tracking = excluded.tracking, shelf_life_days = excluded.shelf_life_days,
                status_at_receipt = excluded.status_at_receipt,
                status_at_production = excluded.status_at_production, sublots = excluded.sublots,
                catch_weight_unit = excluded.catch_weight_unit, gtin = excluded.gtin, numbering = excluded.numbering,
                expiry_alert_days = excluded.expiry_alert_days,
                retest_alert_days = excluded.retest_alert_days, pack_levels = excluded.pack_levels,
                unit_weight = excluded.unit_weight, standing = excluded.standing
            """;

    public static MasterTable<Item> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                "item",
                SELECT,
                List.of(WRITE),
                (row, number) -> item(row),
                Set.of(
                        "code",
                        "name",
                        "base_unit",
                        "tracking",
                        "shelf_life_days",
                        "gtin",
                        "standing"));
    }

    /** Returns the items that bear one of the GTINs, themselves or on a case or pallet. */
    public static List<Item> bearers(JdbcClient jdbc, Collection<Gtin> gtins) {
        if (gtins.isEmpty()) return List.of();
        String[] digits = gtins.stream().map(Gtin::digits).toArray(String[]::new);
        return jdbc.sql("select * from (" + SELECT + ") m where gtin = any(?)"
                        + " or regexp_split_to_array(pack_levels, ' x [0-9.]+,? ?') && ?::text[]")
                .params(digits, digits)
                .query((row, number) -> item(row))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        ItemPolicy policy = new ItemPolicy(
                Read.optional(row, "shelf_life_days", Integer::valueOf),
                Read.word(InitialStatus.class, row.getString("status_at_receipt")),
                Read.word(InitialStatus.class, row.getString("status_at_production")),
                Read.word(SublotPolicy.class, row.getString("sublots")),
                Read.optional(row, "catch_weight_unit", Unit::of),
                Read.optional(row, "gtin", Gtin::of),
                Read.optional(row, "numbering", NumberRule::of),
                Read.optional(row, "expiry_alert_days", Integer::valueOf),
                Read.optional(row, "retest_alert_days", Integer::valueOf),
                Read.optional(row, "pack_levels", PackLevels::of),
                Read.optional(row, "unit_weight", UnitWeight::of));
        return new Item(
                ItemCode.of(row.getString("code")),
                row.getString("name"),
                Unit.of(row.getString("base_unit")),
                Read.word(Tracking.class, row.getString("tracking")),
                policy,
                Read.standing(row));
    }
}
