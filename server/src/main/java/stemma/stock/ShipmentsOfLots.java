package stemma.stock;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.lots.Lot;
import stemma.stock.store.ShipmentLines;

import java.util.Collection;
import java.util.List;

/** Says in which shipments lots left, those delivered or returned since among them. */
public final class ShipmentsOfLots {
    private final ShipmentLines lines;
    private final Stock stock;

    public ShipmentsOfLots(JdbcClient database, Stock stock) {
        this.lines = new ShipmentLines(database);
        this.stock = stock;
    }

    /** Returns the shipments that stand, by code. */
    public List<Shipment> of(Collection<Lot> lots) {
        return stock.shipments(lines.of(lots.stream().map(Lot::key).toList()));
    }
}
