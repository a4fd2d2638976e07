package stemma.genealogy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.genealogy.store.FactMemory;
import stemma.genealogy.store.FactTable;
import stemma.identifiers.ShipmentCode;
import stemma.journal.Bookmark;
import stemma.journal.Follower;
import stemma.trace.TraceIndex;

import java.util.Arrays;

import javax.sql.DataSource;

/** An index, and how far it has been told. Whoever made it is the only one who lets it catch up. */
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    /** From so many links on that were told since the base was frozen, it is frozen anew. */
    private static final long MANY = 50_000;
    /** Of so many events at once the facts are kept while the index is first told. */
    private static final int AT_ONCE = 50_000;

    private final TraceIndex index;
    private final Follower follower;
    private final OrderedKeys lines;
    private final FactMemory memory;
    private final FactTable table;
    private volatile long tookInAt = System.nanoTime();

    /** Goes on with an index that was told all that the follower has read. */
    Following(
            DataSource app,
            TraceIndex index,
            Follower follower,
            OrderedKeys lines,
            FactMemory memory) {
        this.index = index;
        this.follower = follower;
        this.lines = lines;
        this.memory = memory;
        this.table = new FactTable(JdbcClient.create(app), lines::of, memory);
    }

    /** Tells a new index everything. Nobody sees it yet, so it need not be told as one. */
    static Following filled(DataSource app) {
        Following following = new Following(
                app,
                new TraceIndex(),
                new Follower(app, Bookmark.START),
                new OrderedKeys(FactTable.lines(JdbcClient.create(app))),
                new FactMemory());
        var unused = following.follower.catchUpEvents(seqs -> {
            for (int from = 0; from < seqs.length; from += AT_ONCE)
                following.tell(
                        Arrays.copyOfRange(seqs, from, Math.min(seqs.length, from + AT_ONCE)));
        });
        following.mergeWhereWorthIt();
        return following;
    }

    /** Takes in what was committed since the last time, as one. */
    void catchUp() {
        var unused = follower.catchUpEvents(this::tell);
        mergeWhereWorthIt();
    }

    /** Asks, with other questions, whether there is anything to take in. */
    Select<Boolean> askNews() {
        return follower.askNews();
    }

    /** Returns the shipment that has this key in the index. */
    ShipmentCode shipment(long key) {
        return table.shipment(key);
    }

    TraceIndex index() {
        return index;
    }

    /** Returns what stands now, to be written to a file. */
    IndexFile.Page page() {
        return new IndexFile.Page(
                tookInAt, index.kept(), follower.footprint(), lines.given(), memory.lines());
    }

    /** Returns the moment, by the clock of the machine, at which anything was last taken in. */
    long tookInAt() {
        return tookInAt;
    }

    private void tell(long[] seqs) {
        index.tell(facts -> table.tell(seqs, facts));
        tookInAt = System.nanoTime();
    }

    /** A merge that fails while it is made leaves the index as it was. */
    private void mergeWhereWorthIt() {
        if (index.unmerged() <= MANY) return;
        var unused = Thread.ofVirtual()
                .name("index merge")
                .uncaughtExceptionHandler(
                        (_, failure) -> LOG.error("The index could not be merged", failure))
                .start(index::merge);
    }
}
