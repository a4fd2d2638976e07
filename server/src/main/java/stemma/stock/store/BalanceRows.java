package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ShipmentCode;
import stemma.ledger.Place;
import stemma.stock.Shipment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Reads balances and shipments as they stand: all of them, or those that entries changed. */
public final class BalanceRows {
    // All rows of a large plant at once would not fit into memory.
    private static final int FETCHED_AT_ONCE = 10_000;

    private final JdbcClient database;

    public BalanceRows(JdbcClient database) {
        this.database = database;
    }

    /** Takes how much of a lot stands at a place, which may be nothing. */
    public interface Told {
        void stands(long lot, String place, BigDecimal quantity);
    }

    /** Tells of all balances that are not nothing. In a transaction. */
    public void all(Told told) {
        database.sql("select lot, place, quantity from stock.balance where present")
                .withFetchSize(FETCHED_AT_ONCE)
                .query(row -> {
                    told(row, told);
                });
    }

    /** Tells of the balances that these entries changed, as they stand now. */
    public void changedBy(long[] seqs, Told told) {
        database.sql("""
                with moved as materialized (
                    select m.lot, m.source, m.target from unnest(?::bigint[]) as a (seq)
                    join stock.movement m on m.seq = a.seq
                    union
                    select m.lot, m.source, m.target from unnest(?::bigint[]) as a (seq)
                    join stock.movement m on m.corrected_by = a.seq)
                select b.lot, b.place, b.quantity
                from (select lot, source as place from moved
                    union select lot, target from moved) as p
                join stock.balance b on b.lot = p.lot and b.place = p.place
                """).params(seqs, seqs).query(row -> {
            told(row, told);
        });
    }

    /** Returns the lots that these entries moved, or whose movements they ended. */
    public long[] lotsIn(long[] seqs) {
        return database.sql("""
                select m.lot from unnest(?::bigint[]) as a (seq)
                join stock.movement m on m.seq = a.seq
                union
                select m.lot from unnest(?::bigint[]) as a (seq)
                join stock.movement m on m.corrected_by = a.seq
                """).params(seqs, seqs).query(Long.class).list().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static void told(ResultSet row, Told told) throws SQLException {
        told.stands(row.getLong(1), row.getString(2), row.getBigDecimal(3));
    }

    /** Tells of all shipments that stand. In a transaction. */
    public void allShipments(Consumer<Shipment> told) {
        database.sql("""
                select distinct on (code_normal) * from stock.shipment
                where corrected_by is null order by code_normal, seq
                """).withFetchSize(FETCHED_AT_ONCE).query(row -> {
            told.accept(StockTable.shipment(row));
        });
    }

    /** Returns the shipments in which these entries sent anything, or ended that it was sent. */
    public List<ShipmentCode> shipmentsIn(long[] seqs) {
        return database.sql("""
                select m.target from unnest(?::bigint[]) as a (seq)
                join stock.movement m on m.seq = a.seq where m.target like 'transit:%'
                union
                select m.target from unnest(?::bigint[]) as a (seq)
                join stock.movement m on m.corrected_by = a.seq where m.target like 'transit:%'
                """)
                .params(seqs, seqs)
                .query((row, _) -> ((Place.InTransit) Place.of(row.getString(1))).shipment())
                .list();
    }

    /** Returns those of the shipments that stand. */
    public List<Shipment> shipments(Collection<ShipmentCode> codes) {
        return StockTable.askShipments(codes).from(database);
    }
}
