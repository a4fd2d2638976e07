package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.HoldCode;
import stemma.stock.HeldLots;
import stemma.stock.Marked;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the marks of one hold, a page at a time, and how many of them others bear as well. */
public final class MarkRows {
    private final JdbcClient database;

    public MarkRows(JdbcClient database) {
        this.database = database;
    }

    public List<Marked> page(HoldCode hold, int offset, int limit) {
        return database.sql("""
                select lot, first_ordinal, last_ordinal from stock.mark
                where hold = ? order by lot, first_ordinal offset ? limit ?
                """)
                .params(hold.code(), offset, limit)
                .query((row, _) -> new Marked(
                        row.getLong("lot"),
                        row.getInt("first_ordinal"),
                        row.getInt("last_ordinal")))
                .list();
    }

    public HeldLots.Count count(HoldCode hold) {
        return database.sql("""
                select count(distinct m.lot), count(distinct m.lot) filter (where exists (
                    select from stock.mark o join stock.hold h on h.code = o.hold
                    where o.lot = m.lot and o.hold <> m.hold and h.lifted_seq is null
                      and o.first_ordinal <= m.last_ordinal
                      and o.last_ordinal >= m.first_ordinal))
                from stock.mark m where m.hold = ?
                """)
                .param(hold.code())
                .query((row, _) -> new HeldLots.Count(row.getInt(1), row.getInt(2)))
                .single();
    }

    public Set<HoldCode> within(long first, long last) {
        return new HashSet<>(database.sql("""
                select code from stock.hold
                where seq < ? and (lifted_seq is null or lifted_seq > ?)
                """)
                .params(last, first)
                .query((row, _) -> new HoldCode(row.getString(1)))
                .list());
    }
}
