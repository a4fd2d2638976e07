package stemma.journal;

import org.springframework.transaction.support.TransactionTemplate;

import stemma.journal.store.InspectTable;

import java.util.Collection;
import java.util.function.Consumer;

import javax.sql.DataSource;

/**
 * Reads the whole log again and compares every byte with its leaf, every row with its envelope and
 * every checkpoint with the tree. What it finds, somebody with rights on the database has changed.
 */
public final class Inspection {
    private final InspectTable table;
    private final TransactionTemplate reading;
    private final Collection<VerifyingKey> keys;

    public Inspection(DataSource app, Collection<VerifyingKey> keys) {
        this.table = new InspectTable(app);
        this.reading = Reading.of(app);
        this.keys = keys;
    }

    /**
     * Tells of each finding as it comes. {@code held} are notes kept outside the database: only
     * they show that the newest entries were cut off together with their checkpoints.
     */
    public Inspected run(Collection<String> held, Consumer<Finding> reader) {
        return reading.execute(status -> {
            InspectionRound round = new InspectionRound(table, keys, reader);
            round.begin(held);
            round.checkpoints(0, Long.MAX_VALUE);
            table.each(round::row);
            return round.end();
        });
    }
}
