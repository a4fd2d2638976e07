package stemma.journal;

import org.springframework.transaction.support.TransactionTemplate;

import stemma.database.Select;
import stemma.journal.store.FootprintTable;
import stemma.journal.store.LeafTable;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;

/**
 * Reads each entry exactly once, however late its transaction commits. Entries of one call come by
 * number; a later call may bring a lower number. Reads the primary only.
 */
public final class Follower {
    private final LeafTable leaves;
    private final FootprintTable footprints;
    private final TransactionTemplate reading;
    private Bookmark bookmark;

    public Follower(DataSource app, Bookmark from) {
        this.leaves = new LeafTable(app);
        this.footprints = new FootprintTable(app);
        this.reading = Reading.of(app);
        this.bookmark = from;
    }

    /**
     * Returns a follower that goes on from a moment: as of it is read what {@code standing} reads
     * through the same data source, and what is committed later is told.
     */
    public static Follower fromNow(DataSource app, Runnable standing) {
        Follower follower = new Follower(app, Bookmark.START);
        var unused = follower.moveOn(standing);
        return follower;
    }

    /**
     * Tells of every entry committed since the last call and moves the bookmark; a reader that
     * fails leaves the bookmark where it was, and is told of the same entries again.
     */
    public synchronized Bookmark catchUp(Consumer<Entry> reader) {
        return moveOn(() -> leaves.news(bookmark.snapshot(), reader));
    }

    /**
     * Tells of the seqs of every event committed since the last call, in order, and moves the
     * bookmark. What the reader itself reads through the same data source, it reads as of the same
     * moment. Where nothing was committed, it is not asked.
     */
    public synchronized Bookmark catchUpEvents(Consumer<long[]> reader) {
        if (!leaves.isAnyNew(bookmark.snapshot())) return bookmark;
        return moveOn(() -> {
            long[] seqs = leaves.newEvents(bookmark.snapshot());
            if (seqs.length > 0) reader.accept(seqs);
        });
    }

    /** Asks, with other questions, whether any entry was committed since the last call. */
    public synchronized Select<Boolean> askNews() {
        return LeafTable.askNews(bookmark.snapshot());
    }

    /**
     * Returns a follower that goes on from there; nothing where that is not this record, or where
     * the record has not all that had been read of it.
     */
    public static Optional<Follower> onwards(DataSource app, Footprint from) {
        Follower follower = new Follower(app, from.bookmark());
        return follower.knows(from) ? Optional.of(follower) : Optional.empty();
    }

    private boolean knows(Footprint from) {
        String snapshot = from.bookmark().snapshot();
        return footprints.database().equals(from.database())
                && footprints.isPast(snapshot)
                && footprints.newest(snapshot).equals(from.newest())
                && footprints.hasAll(from.unsealed())
                && leaves.size() >= from.size()
                && root(from.size()).equals(from.root());
    }

    /**
     * Returns how far it has read, and of which record. What is sealed meanwhile stands in it twice
     * at the worst.
     */
    public synchronized Footprint footprint() {
        String snapshot = bookmark.snapshot();
        List<String> unsealed = footprints.unsealed(snapshot);
        long size = leaves.size();
        return new Footprint(
                footprints.database(),
                bookmark,
                size,
                root(size),
                footprints.newest(snapshot),
                unsealed);
    }

    private String root(long size) {
        return HexFormat.of().formatHex(new Tree(leaves::nodes).root(0, size));
    }

    private Bookmark moveOn(Runnable reads) {
        bookmark = reading.execute(status -> {
            String now = leaves.snapshot();
            reads.run();
            return new Bookmark(now);
        });
        return bookmark;
    }
}
