package stemma.inquiry;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.database.AtOnce;
import stemma.database.Database;
import stemma.genealogy.Alongside;
import stemma.genealogy.Apportioned;
import stemma.genealogy.Apportioning;
import stemma.genealogy.Consigned;
import stemma.genealogy.Extent;
import stemma.genealogy.Extents;
import stemma.genealogy.Gaps;
import stemma.genealogy.Genealogy;
import stemma.genealogy.IndexState;
import stemma.genealogy.LeftFree;
import stemma.genealogy.Paths;
import stemma.genealogy.Question;
import stemma.genealogy.Rests;
import stemma.genealogy.Reviews;
import stemma.genealogy.Shares;
import stemma.genealogy.Trace;
import stemma.journal.Journal;
import stemma.ledger.Ledger;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Stock;
import stemma.stock.StockAtHand;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * In which ways the answers ask the genealogy: a trace, several of the same knowledge, how far one
 * reaches, what the stock comes to, in which shipments what it reaches left, how its index stands,
 * a path, what rests on an event, gaps, what is to be looked at again, what a judgement left free,
 * what is shared, how much of a suspect is in what, and what sends questions together.
 */
public record Tracing(
        Function<Question, Trace> trace,
        Asked traces,
        Function<Question, Optional<Extent>> extent,
        StockAtHand stock,
        BiConsumer<Question, Consigned> consigned,
        Supplier<IndexState> index,
        Paths paths,
        Rests rests,
        Gaps gaps,
        Reviews reviews,
        LeftFree leftFree,
        Shares shares,
        Function<Trace, Optional<Apportioned>> apportioned,
        Supplier<AtOnce> message) {

    /** Traces of the same knowledge, what is known of their roots, what is asked of all lots. */
    public interface Asked {
        List<Trace> traces(List<Question> questions, List<Lot> standing, Alongside alongside);
    }

    /** Returns the ways over a database and the rooms of truth. */
    public static Tracing over(
            Database plant,
            JdbcClient database,
            Genealogy genealogy,
            Ledger ledger,
            Journal journal,
            Lots lots,
            Stock stock,
            Catalog catalog) {
        var apportioning = new Apportioning(database, genealogy.index(), lots, stock, catalog);
        return new Tracing(
                genealogy::trace,
                genealogy::traces,
                new Extents(database, genealogy.index(), lots, ledger, journal)::of,
                new StockAtHand(plant.app(), lots),
                genealogy::consigned,
                genealogy.index()::state,
                new Paths(database, genealogy.index(), lots),
                new Rests(database, ledger, lots, stock),
                new Gaps(database, ledger, lots),
                new Reviews(database, ledger, lots),
                new LeftFree(database, ledger, lots, stock),
                new Shares(database, genealogy.index(), lots),
                apportioning::over,
                () -> new AtOnce(plant.app()));
    }
}
