package stemma.inquiry;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Gaps;
import stemma.genealogy.Genealogy;
import stemma.genealogy.Paths;
import stemma.genealogy.Question;
import stemma.genealogy.Rests;
import stemma.genealogy.Shares;
import stemma.genealogy.Trace;
import stemma.ledger.Ledger;
import stemma.lots.Lots;
import stemma.stock.Stock;

import java.util.function.Function;

/**
 * In which ways the answers ask the genealogy: a trace, a path, what rests on an event, gaps, and
 * what is shared.
 */
public record Tracing(
        Function<Question, Trace> trace, Paths paths, Rests rests, Gaps gaps, Shares shares) {

    /** Returns the ways over a database and the rooms of truth. */
    public static Tracing over(
            JdbcClient database, Genealogy genealogy, Ledger ledger, Lots lots, Stock stock) {
        return new Tracing(
                genealogy::trace,
                new Paths(database, lots),
                new Rests(database, ledger, lots, stock),
                new Gaps(database, ledger, lots),
                new Shares(database, lots));
    }
}
