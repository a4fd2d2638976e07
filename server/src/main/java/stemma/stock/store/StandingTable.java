package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Reads all that stands anywhere of ours, units of a block summed up by place. */
public final class StandingTable {
    private static final String OURS = """
            place like 'at:%' or place like 'container:%' or place like 'custody:%'
                or place like 'transfer:%'""";

    private final JdbcClient database;

    public StandingTable(JdbcClient database) {
        this.database = database;
    }

    /** So much of the lot with our inner key is at a place. */
    public record Row(
            long lot,
            Place place,
            BigDecimal amount,
            @Nullable Quantity catchWeight) {}

    /** Returns what is at locations, in containers, in custody and in transfers. */
    public List<Row> ours() {
        return rows(OURS);
    }

    /** Returns what of the lots with these keys of ours is at such places. */
    public List<Row> ours(Collection<Long> lots) {
        Long[] keys = lots.toArray(Long[]::new);
        return rows("lot = any(?::bigint[]) and (" + OURS + ")", keys, keys);
    }

    /** Returns what is at these places. */
    public List<Row> at(Collection<Place> places) {
        String[] texts = places.stream().map(Place::text).toArray(String[]::new);
        return rows("place = any(?::text[])", texts, texts);
    }

    private List<Row> rows(String where, Object... parameters) {
        return database.sql("""
                select lot, place, quantity, catch_weight, catch_unit from stock.balance
                where present and guarded and (%s)
                union all
                select lot, place, sum(last_ordinal - first_ordinal + 1), null, null
                from stock.unit_range
                where %s
                group by lot, place
                order by 1, 2
                """.formatted(where, where))
                .params(parameters)
                .query((row, _) -> {
                    BigDecimal weight = row.getBigDecimal("catch_weight");
                    String unit = row.getString("catch_unit");
                    return new Row(
                            row.getLong("lot"),
                            Place.of(row.getString("place")),
                            row.getBigDecimal("quantity"),
                            weight == null || unit == null
                                    ? null
                                    : new Quantity(weight, new Unit(unit)));
                })
                .list();
    }
}
