package stemma.genealogy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.FactTable;
import stemma.journal.Bookmark;
import stemma.journal.Follower;
import stemma.trace.Reached;
import stemma.trace.TraceIndex;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * The genealogy in memory, which before each answer has caught up with every commit that is visible
 * on the primary. Each node fills its own when it is first asked.
 */
public final class LiveIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);
    /** From so many links on that were told since the base was frozen, it is frozen anew. */
    private static final long MANY = 50_000;

    private final DataSource app;
    private @Nullable Filled filled;

    public LiveIndex(DataSource app) {
        this.app = app;
    }

    /** An index, and how far it has been told. */
    private static final class Filled {
        private final FactTable table;
        private final Follower follower;
        private final TraceIndex index = new TraceIndex();

        Filled(DataSource app) {
            JdbcClient database = JdbcClient.create(app);
            OrderedKeys lines = new OrderedKeys(FactTable.lines(database));
            this.table = new FactTable(database, lines::of);
            this.follower = new Follower(app, Bookmark.START);
        }

        void catchUp() {
            follower.catchUpEvents(seqs -> index.tell(facts -> table.tell(seqs, facts)));
            if (index.unmerged() > MANY) Thread.ofVirtual().name("index merge").start(index::merge);
        }
    }

    /**
     * Returns everything that may contain the roots, or that they may contain, themselves included,
     * as of now.
     */
    public Reached trace(Collection<Span> roots, Direction direction, Cause cause) {
        List<stemma.trace.Span> spans = roots.stream()
                .map(root -> new stemma.trace.Span(root.lot(), root.first(), root.last()))
                .toList();
        return caughtUp().trace(spans, of(direction), of(cause));
    }

    /**
     * Returns the same by lot and ordinal, joined where it touches; nothing where the index cannot
     * be filled from what the tables say, so that nobody goes without an answer that they have.
     */
    public Optional<List<Span>> reached(Collection<Span> roots, Direction direction, Cause cause) {
        try {
            return Optional.of(trace(roots, direction, cause).spans().stream()
                    .map(span -> new Span(span.lot(), span.first(), span.last()))
                    .toList());
        } catch (IllegalArgumentException | IllegalStateException cannotBe) {
            LOG.error("The tables say what the index cannot hold; they answer alone", cannotBe);
            return Optional.empty();
        }
    }

    /** Takes in what was committed. */
    void catchUp() {
        var unused = caughtUp();
    }

    /** What was committed since the last time is told as one; where lines got too many, all is. */
    private synchronized TraceIndex caughtUp() {
        Filled now = filled;
        filled = null;
        try {
            if (now != null) now.catchUp();
        } catch (FactTable.NoKeyLeft tellAnew) {
            now = null;
        }
        if (now == null) {
            now = new Filled(app);
            now.catchUp();
        }
        filled = now;
        return now.index;
    }

    private static stemma.trace.Direction of(Direction direction) {
        return switch (direction) {
            case FORWARD -> stemma.trace.Direction.FORWARD;
            case BACKWARD -> stemma.trace.Direction.BACKWARD;
        };
    }

    private static stemma.trace.Cause of(Cause cause) {
        return switch (cause) {
            case MATERIAL -> stemma.trace.Cause.MATERIAL;
            case LOCAL -> stemma.trace.Cause.LOCAL;
        };
    }
}
