package stemma.demo;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import stemma.access.Access;
import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.genealogy.Kin;
import stemma.genealogy.Runs;
import stemma.genealogy.Span;
import stemma.identifiers.EventIds;
import stemma.journal.Journal;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.ledger.Ledger;
import stemma.lots.Lots;
import stemma.signatures.Signatures;
import stemma.stock.Stock;

/** A world of its own with the demo company in it. */
final class DemoWorld implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-23T16:00:00Z");

    final Database database = TestDatabases.fresh();
    final StoryClock clock = new StoryClock(() -> START);
    final JdbcClient app = JdbcClient.create(database.app());
    final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(database.app()));
    final Journal journal = new Journal(database.app(), clock);
    final Audit audit = new Audit(
            journal, new EventIds(clock::now, new SecureRandom()));
    final Catalog catalog = new Catalog(app, transactions, audit, _ -> Set.of());
    final Lots lots = new Lots(app, catalog);
    final Stock stock = new Stock(app, lots);
    final Kin kin = new Kin() {
        public Set<Span> descendants(Collection<Span> of) {
            return new HashSet<>(of);
        }

        public Set<Span> ancestors(Collection<Span> of) {
            return new HashSet<>(of);
        }
    };
    final Runs runs = new Runs(app, transactions, lots, stock, kin);
    final Ledger ledger = new Ledger(
            app,
            transactions,
            journal,
            audit,
            clock,
            List.of(lots.guard(), stock.guard(), runs.guard()),
            List.of(lots.projection(app), stock.projection(), runs.projection()));
    final Access access =
            new Access(database.app(), clock, audit::record, new SecureRandom());
    final Signatures signatures =
            new Signatures(database.app(), clock, audit::record, access);
    final Sealer sealer = new Sealer(
            database.sealer(), clock, SealingKey.fresh("demo"), Optional.empty());

    DemoRooms rooms() {
        return new DemoRooms(catalog, access, signatures, ledger, clock, sealer::seal);
    }

    @Override
    public void close() {
        database.close();
    }
}
