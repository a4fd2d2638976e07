package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ledger.Place;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * How much of a lot, or which of its units, stands at a place of ours; of a pool maybe less than
 * nothing.
 */
public record OnHand(long lot, int first, int last, BigDecimal quantity, Place place) {
    /** Returns what of these lots stands at locations or in containers. */
    public static List<OnHand> of(Collection<Long> lots, JdbcClient database) {
        return database.sql("""
                select b.lot, 0 as first, 0 as last, b.quantity, b.place from stock.balance b
                where b.lot = any(?::bigint[]) and b.present
                  and (b.place like 'at:%' or b.place like 'container:%')
                union all
                select u.lot, u.first_ordinal, u.last_ordinal,
                       u.last_ordinal - u.first_ordinal + 1, u.place
                from stock.unit_range u
                where u.lot = any(?::bigint[])
                  and (u.place like 'at:%' or u.place like 'container:%')
                order by 1, 2, 5
                """)
                .params(lots.toArray(Long[]::new), lots.toArray(Long[]::new))
                .query((row, _) -> new OnHand(
                        row.getLong("lot"),
                        row.getInt("first"),
                        row.getInt("last"),
                        row.getBigDecimal("quantity"),
                        Place.of(row.getString("place"))))
                .list();
    }
}
