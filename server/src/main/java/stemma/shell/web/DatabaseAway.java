package stemma.shell.web;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/**
 * Tells by one link of a chain of causes that the database was away, ended, full or read-only while
 * it was asked. Whether the transaction then stands is not known, and need not be: what is sent
 * again under its id counts once.
 */
final class DatabaseAway {
    // Connection, resources, system; the server is shut down, crashed or starting; read-only.
    private static final Set<String> CLASSES = Set.of("08", "53", "58");
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "25006");

    private DatabaseAway() {}

    static boolean isShownBy(Throwable cause) {
        return switch (cause) {
            case CannotCreateTransactionException _,
                    CannotGetJdbcConnectionException _,
                    DataAccessResourceFailureException _,
                    RecoverableDataAccessException _,
                    TransientDataAccessResourceException _,
                    // A commit or rollback that was not answered.
                    TransactionSystemException _,
                    SQLTransientConnectionException _ -> true;
            case SQLException failure -> isState(failure.getSQLState());
            default -> false;
        };
    }

    private static boolean isState(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }
}
