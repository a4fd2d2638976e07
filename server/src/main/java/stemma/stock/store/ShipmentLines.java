package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ShipmentCode;
import stemma.ledger.Place;

import java.util.Collection;
import java.util.List;

/** Reads in which shipments lots left, whatever has become of them since. */
public final class ShipmentLines {
    private final JdbcClient database;

    public ShipmentLines(JdbcClient database) {
        this.database = database;
    }

    public List<ShipmentCode> of(Collection<Long> lots) {
        return database
                .sql("""
                select distinct m.target
                from unnest(?::bigint[]) as a (lot)
                join stock.movement m on m.lot = a.lot
                where m.target like 'transit:%' and m.corrected_by is null
                order by m.target
                """)
                .param(lots.toArray(Long[]::new))
                .query((row, _) -> Place.of(row.getString(1)))
                .list()
                .stream()
                .filter(Place.InTransit.class::isInstance)
                .map(place -> ((Place.InTransit) place).shipment())
                .toList();
    }
}
