package stemma.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.genealogy.Genealogy;
import stemma.genealogy.KinByGeneration;
import stemma.genealogy.Runs;
import stemma.identifiers.EventIds;
import stemma.journal.Journal;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.ledger.Ledger;
import stemma.lots.Lots;
import stemma.stock.Stock;

/** Plants for tests, each on a database of its own. */
final class TestPlants {
    private TestPlants() {}

    static Plant fresh(SceneClock clock) {
        Database database = TestDatabases.fresh();
        JdbcClient app = JdbcClient.create(database.app());
        TransactionTemplate transactions =
                new TransactionTemplate(new JdbcTransactionManager(database.app()));
        Journal journal = new Journal(database.app(), clock);
        Audit audit = new Audit(journal, new EventIds(clock, new Random(7)));
        Catalog catalog = new Catalog(app, transactions, audit, items -> java.util.Set.of());
        Lots lots = new Lots(app, catalog);
        Stock stock = new Stock(app, lots);
        Runs runs = new Runs(app, transactions, lots, stock, new KinByGeneration(app));
        Ledger ledger = new Ledger(
                app,
                transactions,
                journal,
                audit,
                clock,
                List.of(lots.guard(), stock.guard(), runs.guard()),
                List.of(lots.projection(app), stock.projection(), runs.projection()));
        Genealogy genealogy = new Genealogy(app, lots, stock, ledger, journal);
        Sealer sealer =
                new Sealer(database.sealer(), clock, SealingKey.fresh("test"), Optional.empty());
        return new Plant(
                catalog, ledger, lots, stock, genealogy, runs.spreading(), journal, sealer, database::close);
    }
}
