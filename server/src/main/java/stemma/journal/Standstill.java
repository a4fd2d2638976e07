package stemma.journal;

import static java.util.Objects.requireNonNull;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;

import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Nobody records for the moment that it takes to seal everything and to look. What the owner's
 * transaction sees from then on is exactly what is sealed, while recording goes on.
 */
public final class Standstill {
    // Whoever records waits for us no longer than this; then we let them by and try again.
    private static final String PATIENCE = "set local lock_timeout = '200ms'";
    private static final int TRIES = 100;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcTemplate owner;

    public Standstill(DataSource owner) {
        this.owner = new JdbcTemplate(owner);
    }

    /**
     * Seals within the owner's transaction, which is REPEATABLE READ and has not looked at anything
     * yet; returns how many entries it sees, all of them sealed. Gives up after twenty seconds in
     * which somebody was recording all the time.
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
            } catch (DataAccessException failure) {
                if (tries == TRIES || !isBusy(failure)) throw failure;
            } finally {
                // Gives the lock back and keeps the view.
                status.rollbackToSavepoint(before);
                status.releaseSavepoint(before);
            }
        }
    }

    /** Spring has no exception of its own for a lock that was not to be had in time. */
    private static boolean isBusy(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }
}
