package stemma;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.catalog.UsedMasters;
import stemma.documents.Documents;
import stemma.genealogy.Runs;
import stemma.journal.Journal;
import stemma.ledger.Guard;
import stemma.ledger.History;
import stemma.ledger.Projection;
import stemma.lots.ItemsWithLots;
import stemma.lots.Lots;
import stemma.production.Vessels;
import stemma.production.WorkOrders;
import stemma.quality.Quality;
import stemma.receiving.Receiving;
import stemma.shipping.Shipping;
import stemma.stock.Stock;
import stemma.upkeep.Upkeep;

import java.util.List;

/**
 * Which rooms judge what is appended, and which keep tables computed from it, in their order; and
 * which tell what may no longer change in the masters since it was.
 */
final class Appending {
    private Appending() {}

    static List<Guard> guards(
            JdbcClient app, Journal journal, Catalog catalog, Lots lots, Stock stock, Runs runs) {
        return List.of(
                lots.guard(),
                stock.guard(),
                stock.numbers(),
                runs.guard(),
                Documents.guard(),
                WorkOrders.guard(app, catalog, stock),
                Shipping.guard(app, catalog),
                Receiving.orders(catalog, app),
                Receiving.supplierLots(lots, stock),
                Quality.guard(app, History.over(app, journal)),
                Quality.retention(app),
                Upkeep.guard(app, catalog));
    }

    static UsedMasters used(JdbcClient app) {
        return new ItemsWithLots(app).and(WorkOrders.begun(app));
    }

    static List<Projection> projections(
            JdbcClient app, Catalog catalog, Lots lots, Stock stock, Runs runs) {
        return List.of(
                lots.projection(app),
                stock.projection(),
                runs.projection(),
                Documents.projection(app, lots),
                Vessels.projection(app),
                Shipping.projection(app, lots),
                Receiving.received(app),
                Quality.projection(app),
                Upkeep.projection(app, lots));
    }
}
