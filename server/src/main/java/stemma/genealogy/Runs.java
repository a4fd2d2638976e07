package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.genealogy.store.LinkProjection;
import stemma.genealogy.store.RunState;
import stemma.journal.Invariant;
import stemma.journal.Journal;
import stemma.ledger.Decisions;
import stemma.ledger.Guard;
import stemma.ledger.History;
import stemma.ledger.Projection;
import stemma.lots.Lots;
import stemma.stock.Stock;

import java.util.List;

/** The writing side of the genealogy: the rules of runs, the links, and the spreading of holds. */
public final class Runs {
    private final JdbcClient database;
    private final Lots lots;
    private final Stock stock;
    private final Kin kin;
    private final Spreading spreading;

    public Runs(
            JdbcClient database,
            TransactionTemplate transactions,
            Lots lots,
            Stock stock,
            Kin kin) {
        this.database = database;
        this.spreading = new Spreading(database, transactions, lots, stock, kin);
        this.lots = lots;
        this.stock = stock;
        this.kin = kin;
    }

    /** Returns the rules about what goes into a run and comes out of it. */
    public Guard guard() {
        return new RunGuard(lots, stock, new RunState(database), kin, spreading);
    }

    /** Returns what keeps the links. */
    public Projection projection() {
        return new LinkProjection(database, lots, stock, spreading);
    }

    /** Returns that holds cover what they reach, and that intents were allowed. */
    public List<Invariant> invariants(Journal journal, History history) {
        Decisions decisions = new Decisions(database, history);
        Descending descending = new Descending(database, journal, decisions, lots, kin);
        return List.of(
                new HoldsCoverDescendants(journal, spreading, stock),
                new IntentsWereAllowed(journal, decisions, descending, lots, stock));
    }

    /** Returns what brings the marks of holds to all descendants. */
    public Spreading spreading() {
        return spreading;
    }
}
