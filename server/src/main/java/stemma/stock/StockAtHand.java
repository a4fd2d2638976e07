package stemma.stock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.RunId;
import stemma.identifiers.ShipmentCode;
import stemma.journal.Follower;
import stemma.lots.LotKind;
import stemma.lots.Lots;
import stemma.stock.store.BalanceRows;
import stemma.stock.store.SetSums;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import javax.sql.DataSource;

/**
 * The balances of plain lots and the shipments in memory, which before each answer have caught up
 * with every commit visible on the primary: so that what very many lots come to is added up without
 * reading a row for each. Each node fills its own when it is first asked. Where it fails, the
 * tables have to answer, until {@link #retry}.
 */
public final class StockAtHand {
    private static final Logger LOG = LoggerFactory.getLogger(StockAtHand.class);

    private final DataSource app;
    private final JdbcClient database;
    private final Lots lots;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private Optional<Kept> kept = Optional.empty();
    private volatile boolean hasFailed;

    public StockAtHand(DataSource app, Lots lots) {
        this.app = app;
        this.database = JdbcClient.create(app);
        this.lots = lots;
    }

    /** What is kept, and how far it has been told. */
    private record Kept(
            BalanceColumns balances, ShipmentsKept shipments, KindsKept kinds, Follower follower) {}

    /** Returns of what kind each of these lots is; nothing where the tables have to answer. */
    public Optional<List<LotKind>> kinds(long[] keys) {
        return asked(() -> of().kinds().of(keys, lots));
    }

    /**
     * Returns where sets of lots are, added up; of the runs they are in, or are missing from, only
     * those apart are told each by itself. Nothing where the tables have to answer.
     */
    public Optional<SetsAt> at(LotSets plain, LotSets units, Collection<RunId> apart) {
        SetsAt blocks = new SetSums(database).units(units);
        return asked(() -> of().balances().sums(plain, apart)).map(blocks::and);
    }

    /**
     * Returns those of the shipments that stand, by the normal form of their codes, in which they
     * are asked for; nothing where the tables answer.
     */
    public Optional<Map<String, Shipment>> shipments(Collection<ShipmentCode> codes) {
        return asked(() -> {
            Map<String, Shipment> found = HashMap.newHashMap(codes.size());
            for (ShipmentCode code : codes) {
                Shipment shipment = of().shipments().get(code.code());
                if (shipment != null) found.put(code.code(), shipment);
            }
            return found;
        });
    }

    /** Returns about how many bytes it takes. */
    public long bytes() {
        lock.readLock().lock();
        try {
            return kept.map(k -> k.balances().bytes()
                            + k.kinds().bytes()
                            + k.shipments().bytes())
                    .orElse(0L);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Forgets a failure and takes in what was committed. */
    public void retry() {
        hasFailed = false;
        var unused = asked(() -> true);
    }

    /** Begins anew, as the tables do. */
    public void forget() {
        lock.writeLock().lock();
        try {
            kept = Optional.empty();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Kept of() {
        return kept.orElseThrow();
    }

    private <T> Optional<T> asked(Supplier<T> question) {
        if (hasFailed) return Optional.empty();
        try {
            catchUp();
            try {
                return Optional.of(question.get());
            } finally {
                lock.readLock().unlock();
            }
        } catch (RuntimeException | OutOfMemoryError failure) {
            hasFailed = true;
            forget();
            LOG.error("The stock in memory fails; the tables answer alone", failure);
            return Optional.empty();
        }
    }

    /** Leaves the caller with the lock for reading. */
    private void catchUp() {
        lock.writeLock().lock();
        try {
            if (kept.isPresent()) {
                Kept known = kept.get();
                var unused = known.follower().catchUpEvents(seqs -> changed(known, seqs));
            } else kept = Optional.of(filled());
            lock.readLock().lock();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What the entries did is not asked one by one: what stands now is all of it. */
    private Kept filled() {
        BalanceColumns balances = new BalanceColumns();
        ShipmentsKept shipments = new ShipmentsKept();
        BalanceRows rows = new BalanceRows(database);
        Follower follower = Follower.fromNow(app, () -> {
            rows.all(balances::put);
            rows.allShipments(shipments::put);
        });
        return new Kept(balances, shipments, new KindsKept(), follower);
    }

    private void changed(Kept known, long[] seqs) {
        BalanceRows rows = new BalanceRows(database);
        rows.changedBy(seqs, known.balances()::put);
        known.kinds().forget(rows.lotsIn(seqs));
        List<ShipmentCode> codes = rows.shipmentsIn(seqs);
        codes.forEach(known.shipments()::remove);
        if (!codes.isEmpty()) rows.shipments(codes).forEach(known.shipments()::put);
    }
}
