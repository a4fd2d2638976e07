package stemma.genealogy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import stemma.database.AtOnce;
import stemma.database.Select;
import stemma.genealogy.IndexState.Standing;
import stemma.genealogy.store.FactTable;
import stemma.identifiers.ShipmentCode;
import stemma.trace.Reached;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

import javax.sql.DataSource;

/**
 * The genealogy in memory, which before each answer has caught up with every commit that is visible
 * on the primary. Each node fills its own when it is first asked. Where it cannot answer, the
 * tables do: a failure is remembered until {@link #retry}, and is no failure of a question.
 */
public final class LiveIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

    private final DataSource app;
    private final Optional<IndexFile> file;
    private final Lock lock = new ReentrantLock();
    private volatile long savedOf;
    private volatile Phase phase = new Phase.Empty(System.nanoTime());

    /** Keeps nothing on the disk. */
    public LiveIndex(DataSource app) {
        this(app, Optional.empty());
    }

    /** Begins with what {@link #save} wrote to the file, where that is of this record. */
    public LiveIndex(DataSource app, Optional<Path> file) {
        this.app = app;
        this.file = file.map(IndexFile::new);
    }

    /** What it is doing, since a moment by the clock of the machine. */
    private sealed interface Phase {
        record Empty(long since) implements Phase {}

        record Filling(long since) implements Phase {}

        record Live(long since, Following following) implements Phase {}

        record Resting(long since) implements Phase {}

        record Failed(long since) implements Phase {}
    }

    /**
     * Returns everything that may contain the roots, or that they may contain, themselves included,
     * as of now; nothing where the tables have to answer.
     */
    public Optional<Reached> trace(Collection<Span> roots, Direction direction, Cause cause) {
        return caughtUp().map(now -> walked(now, roots, direction, cause));
    }

    /**
     * Returns what is made of everything reached, and of the shipments by their keys; nothing where
     * the tables have to answer.
     */
    <T> Optional<T> told(
            Collection<Span> roots,
            Direction direction,
            Cause cause,
            BiFunction<Reached, LongFunction<ShipmentCode>, T> making) {
        return caughtUp()
                .map(now -> making.apply(walked(now, roots, direction, cause), now::shipment));
    }

    private static Reached walked(
            Following now, Collection<Span> roots, Direction direction, Cause cause) {
        List<stemma.trace.Span> spans = roots.stream()
                .map(root -> new stemma.trace.Span(root.lot(), root.first(), root.last()))
                .toList();
        return now.index().trace(spans, of(direction), of(cause));
    }

    /**
     * Tells of all units that {@link #trace} reaches in which shipments they left; returns false,
     * having told nothing, where the tables have to answer.
     */
    public boolean consigned(
            Collection<Span> roots, Direction direction, Cause cause, Consigned told) {
        Optional<Following> now = caughtUp();
        now.ifPresent(following -> {
            ShipmentCodes codes = new ShipmentCodes(following::shipment);
            walked(following, roots, direction, cause).forEachConsigned(new Reached.Consigned() {
                @Override
                public void shipped(long lot, int first, int last, long shipment) {
                    told.shipped(new Span(lot, first, last), codes.of(shipment));
                }

                @Override
                public void kept(long lot, int first, int last) {
                    told.kept(new Span(lot, first, last));
                }
            });
        });
        return now.isPresent();
    }

    /** Returns the same by lot and ordinal, joined where it touches. */
    public Optional<List<Span>> reached(Collection<Span> roots, Direction direction, Cause cause) {
        return reached(List.of(new LinkSource.Start(roots, direction, cause)))
                .map(extents -> extents.reached().getFirst());
    }

    /** What some searches reach, and by what state of which index. */
    record Extents(
            List<LinkSource.Start> starts, List<List<Span>> reached, Following of, long tookInAt) {
        /** Asks, behind other questions, whether anything was committed since. */
        Select<Boolean> askNews() {
            return of.askNews();
        }
    }

    /** Returns the same of several searches, of one state; nothing where the tables answer. */
    Optional<Extents> reached(List<LinkSource.Start> starts) {
        return caughtUp().map(now -> reached(starts, now));
    }

    /**
     * Returns what they reach now, which is walked anew only where anything was taken in, or, as
     * {@link Extents#askNews} was answered, would have to be.
     */
    Optional<Extents> still(Extents known, boolean isAnyNew) {
        // What was taken in before it was asked for news is seen by the moment; what after, is new.
        if (!isAnyNew && known.of().tookInAt() == known.tookInAt() && follows(known.of()))
            return Optional.of(known);
        return caughtUp()
                .map(now -> now == known.of() && now.tookInAt() == known.tookInAt()
                        ? known
                        : reached(known.starts(), now));
    }

    private boolean follows(Following following) {
        return phase instanceof Phase.Live(long _, Following one) && one == following;
    }

    private static Extents reached(List<LinkSource.Start> starts, Following now) {
        // What is taken in while it walks makes it walk again: the moment is read first.
        long tookInAt = now.tookInAt();
        List<List<Span>> reached = new ArrayList<>();
        for (LinkSource.Start start : starts)
            reached.add(spans(walked(now, start.roots(), start.direction(), start.cause())));
        return new Extents(starts, reached, now, tookInAt);
    }

    private static List<Span> spans(Reached reached) {
        return reached.spans().stream()
                .map(span -> new Span(span.lot(), span.first(), span.last()))
                .toList();
    }

    /** Returns questions that go together to the database that it follows. */
    AtOnce message() {
        return new AtOnce(app);
    }

    /** Takes in what was committed, unless it failed before. */
    public void catchUp() {
        var unused = caughtUp();
    }

    /** Forgets a failure and takes in what was committed. */
    public void retry() {
        lock.lock();
        try {
            if (phase instanceof Phase.Failed) phase = new Phase.Empty(System.nanoTime());
            catchUp();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes what it knows to its file, if it has one and knows more than last time; who asks
     * meanwhile does not wait for that. What cannot be written is told to the log: the index is
     * then filled from the tables.
     */
    public void save() {
        if (file.isEmpty()) return;
        try {
            Optional<IndexFile.Page> page = news();
            if (page.isEmpty()) return;
            file.get().write(page.get());
            savedOf = page.get().tookInAt();
        } catch (IOException | RuntimeException failure) {
            LOG.warn("The index of the genealogy could not be written to its file", failure);
        }
    }

    private Optional<IndexFile.Page> news() {
        lock.lock();
        try {
            return caughtUp()
                    .filter(one -> one.tookInAt() != savedOf)
                    .map(Following::page)
                    .filter(IndexFile.Page::isSettled);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Answers nothing while the tables are filled with what was recorded before; then begins anew.
     */
    public void restWhile(Runnable tablesAreFilled) {
        rest();
        try {
            tablesAreFilled.run();
        } finally {
            phase = new Phase.Empty(System.nanoTime());
        }
    }

    private void rest() {
        lock.lock();
        try {
            phase = new Phase.Resting(System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /** Returns how it stands; it takes nothing in for that. */
    public IndexState state() {
        return switch (phase) {
            case Phase.Empty(long since) -> state(Standing.EMPTY, since);
            case Phase.Filling(long since) -> state(Standing.FILLING, since);
            case Phase.Resting(long since) -> state(Standing.RESTS, since);
            case Phase.Failed(long since) -> state(Standing.FAILED, since);
            case Phase.Live(long since, Following following) ->
                new IndexState(
                        Standing.FOLLOWS,
                        ago(since),
                        ago(following.tookInAt()),
                        following.index().memory());
        };
    }

    private static IndexState state(Standing standing, long since) {
        return new IndexState(standing, ago(since), ago(since), Map.of());
    }

    private static Duration ago(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    /** Who asks while another fills it does not wait for that. */
    private Optional<Following> caughtUp() {
        if (!mayAnswer() || !entered()) return Optional.empty();
        try {
            return mayAnswer() ? Optional.of(followed()) : Optional.empty();
        } catch (RuntimeException | OutOfMemoryError failure) {
            phase = new Phase.Failed(System.nanoTime());
            LOG.error("The index of the genealogy fails; the tables answer alone", failure);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean entered() {
        if (phase instanceof Phase.Filling) return lock.tryLock();
        lock.lock();
        return true;
    }

    private boolean mayAnswer() {
        return !(phase instanceof Phase.Resting || phase instanceof Phase.Failed);
    }

    /** Where lines got too many between two others, it is told everything anew. */
    private Following followed() {
        if (phase instanceof Phase.Live(long _, Following following)) {
            try {
                following.catchUp();
                return following;
            } catch (FactTable.NoKeyLeft tellAnew) {
                LOG.info("The index of the genealogy is told everything anew", tellAnew);
            }
        }
        phase = new Phase.Filling(System.nanoTime());
        Following filled = filled();
        phase = new Phase.Live(System.nanoTime(), filled);
        return filled;
    }

    private Following filled() {
        Optional<Following> read = file.flatMap(of -> of.read(app));
        if (read.isEmpty()) return Following.filled(app);
        try {
            read.get().catchUp();
            return read.get();
        } catch (RuntimeException doesNotFit) {
            LOG.warn("The index is told everything anew: its file does not go on", doesNotFit);
            return Following.filled(app);
        }
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
