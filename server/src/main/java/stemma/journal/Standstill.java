package stemma.journal;

import static java.util.Objects.requireNonNull;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;

import javax.sql.DataSource;

/**
 * Nobody records for the moment that it takes to seal everything and to look. What the owner's
 * transaction sees from then on is exactly what is sealed, while recording goes on.
 */
public final class Standstill {
    // Whoever records waits for us no longer than this; then we let them by and try again.
    private static final String PATIENCE = "set local lock_timeout = '200ms'";
    private static final int TRIES = 100;

    private final JdbcTemplate owner;

    public Standstill(DataSource owner) {
        this.owner = new JdbcTemplate(owner);
    }

    /**
     * Seals within the owner's transaction, which is REPEATABLE READ and has not looked at anything
     * yet; returns how many entries it sees, all of them sealed. Gives up after twenty seconds in
     * which somebody was recording all the time, with {@link CannotAcquireLockException}.
     */
    public long seal(TransactionStatus status, Sealer sealer) {
        for (int tries = 1; ; tries++) {
            Object before = status.createSavepoint();
            try {
                owner.execute(PATIENCE);
                owner.execute("LOCK TABLE journal.entry IN SHARE MODE");
                var unused = sealer.seal();
                return requireNonNull(
                        owner.queryForObject("SELECT size FROM journal.sealer_state", Long.class));
            } catch (CannotAcquireLockException busy) {
                if (tries == TRIES) throw busy;
            } finally {
                // Gives the lock back and keeps the view.
                status.rollbackToSavepoint(before);
                status.releaseSavepoint(before);
            }
        }
    }
}
