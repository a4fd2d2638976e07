package stemma;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.catalog.Catalog;
import stemma.database.Database;
import stemma.journal.Journal;
import stemma.journal.WorldClock;

import java.util.List;

/**
 * All rooms over one database and one clock, built in the order of their bands. Nothing of a world
 * lives outside it, so that many can run side by side; whoever opened the database closes it.
 */
public final class World {
    private final Database database;
    private final WorldClock clock;
    private final TransactionTemplate transactions;
    private final Journal journal;
    private final Catalog catalog;

    private World(Database database, WorldClock clock) {
        this.database = database;
        this.clock = clock;
        JdbcClient app = JdbcClient.create(database.app());
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database.app()));
        this.journal = new Journal(database.app(), clock);
        this.catalog = new Catalog(app);
    }

    public static World open(Database database, WorldClock clock) {
        return new World(database, clock);
    }

    public Database database() {
        return database;
    }

    public WorldClock clock() {
        return clock;
    }

    /** Transactions of the application role, READ COMMITTED. */
    public TransactionTemplate transactions() {
        return transactions;
    }

    public Journal journal() {
        return journal;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** Returns what controllers may ask for, each by its own type. */
    List<Object> faces() {
        return List.of(this, transactions, journal, catalog);
    }
}
