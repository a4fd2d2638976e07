package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ledger.Place;
import stemma.stock.ShippedUnits;

import java.util.ArrayList;
import java.util.List;

/** Reads movements onto the road by the entries that stated or ended them. */
public final class DepartureRows {
    private final JdbcClient database;

    public DepartureRows(JdbcClient database) {
        this.database = database;
    }

    /** Returns what these entries sent, ended since or not. */
    public List<ShippedUnits> under(long[] seqs) {
        return rows("seq", seqs);
    }

    /** Returns what had been sent by entries that these corrected. */
    public List<ShippedUnits> endedBy(long[] seqs) {
        return rows("corrected_by", seqs);
    }

    private List<ShippedUnits> rows(String column, long[] seqs) {
        List<ShippedUnits> sent = new ArrayList<>();
        database.sql("""
                select m.lot, m.first_ordinal, m.last_ordinal, m.target
                from unnest(?::bigint[]) as a (seq) join stock.movement m on m.%s = a.seq
                where m.target like 'transit:%%' order by m.seq, m.line
                """.formatted(column)).param(seqs).query(row -> {
            if (Place.of(row.getString("target")) instanceof Place.InTransit(var shipment))
                sent.add(new ShippedUnits(
                        row.getLong("lot"),
                        row.getInt("first_ordinal"),
                        row.getInt("last_ordinal"),
                        shipment));
        });
        return sent;
    }
}
