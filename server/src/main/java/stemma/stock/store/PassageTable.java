package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.stock.Passage;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what passed a place since a moment of recording. */
public final class PassageTable {
    private final JdbcClient database;

    public PassageTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns the seq of the latest movement. */
    public long last() {
        return database.sql("select coalesce(max(seq), 0) from stock.movement")
                .query(Long.class)
                .single();
    }

    /** Returns the movements that stand, recorded after the seq, from or to the place, in order. */
    public List<Passage> since(Collection<Lot> lots, Place place, long seq) {
        Map<Long, Lot> byKey = new HashMap<>();
        lots.forEach(lot -> byKey.put(lot.key(), lot));
        return database.sql("""
                select seq, lot, first_ordinal, last_ordinal, quantity, catch_weight, catch_unit,
                    source, target
                from stock.movement
                where lot = any(?::bigint[]) and seq > ? and corrected_by is null
                    and (source = ? or target = ?)
                order by seq, line
                """)
                .params(byKey.keySet().toArray(Long[]::new), seq, place.text(), place.text())
                .query((row, _) -> {
                    Lot lot = java.util.Objects.requireNonNull(byKey.get(row.getLong("lot")));
                    int first = row.getInt("first_ordinal");
                    return new Passage(
                            row.getLong("seq"),
                            new Portion(
                                    new LotId(lot.id().birth(), first),
                                    row.getInt("last_ordinal") - first + 1),
                            new Quantity(row.getBigDecimal("quantity"), lot.unit()),
                            weight(row.getBigDecimal("catch_weight"), row.getString("catch_unit")),
                            Place.of(row.getString("source")),
                            Place.of(row.getString("target")));
                })
                .list();
    }

    private static @Nullable Quantity weight(@Nullable BigDecimal weight, @Nullable String unit) {
        return weight == null || unit == null ? null : new Quantity(weight, new Unit(unit));
    }
}
