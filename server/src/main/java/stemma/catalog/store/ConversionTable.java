package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Conversion;
import stemma.catalog.Factor;
import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Conversions of one item or of all, in {@code catalog.conversion}. */
public final class ConversionTable {
    private ConversionTable() {}

    private static final String SELECT = """
            select conversion.normal, item.code as item, from_unit, to_unit, numerator, denominator,
                   conversion.standing, conversion.revision,
                   concat_ws(' ', item.code, from_unit, to_unit) as search
            from catalog.conversion left join catalog.item on item.id = conversion.item
            """;

    private static final String WRITE = """
            insert into catalog.conversion
                (normal, item, from_unit, to_unit, numerator, denominator, standing)
            select row.normal, item.id, body->>'from', body->>'to', numerator, denominator,
                   body->>'standing'
            from jsonb_to_recordset(cast(? as jsonb))
                as row(normal text, parents text[], numerator numeric, denominator numeric,
                       body jsonb)
            left join catalog.item on item.normal = parents[1]
            on conflict (normal) do update
            set numerator = excluded.numerator, denominator = excluded.denominator,
                standing = excluded.standing
            """;

    private static final String IN_USE = SELECT + "where conversion.standing = 'active' ";

    public static MasterTable<Conversion> on(JdbcClient jdbc) {
        return new MasterTable<>(
                jdbc,
                "conversion",
                SELECT,
                List.of(WRITE),
                (row, number) -> conversion(row),
                Set.of("item", "from_unit", "to_unit", "standing"));
    }

    /** Returns the conversions in use that hold for every item or for one of these. */
    public static List<Conversion> inUse(JdbcClient jdbc, Collection<String> items) {
        return jdbc.sql(IN_USE + """
                        and (conversion.item is null
                             or conversion.item in (
                                 select id from catalog.item where normal = any(?)))
                        order by conversion.normal
                        """)
                .param(items.toArray(String[]::new))
                .query((row, number) -> conversion(row))
                .list();
    }

    /** Returns every conversion in use. */
    public static List<Conversion> inUse(JdbcClient jdbc) {
        return jdbc.sql(IN_USE + "order by conversion.normal")
                .query((row, number) -> conversion(row))
                .list();
    }

    private static Conversion conversion(ResultSet row) throws SQLException {
        return new Conversion(
                Read.optional(row, "item", ItemCode::of),
                Unit.of(row.getString("from_unit")),
                Unit.of(row.getString("to_unit")),
                new Factor(
                        row.getBigDecimal("numerator").toBigIntegerExact(),
                        row.getBigDecimal("denominator").toBigIntegerExact()),
                row.getInt("revision"),
                Read.standing(row));
    }
}
