package stemma.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/**
 * A pool of connections. Who asks for one waits while the database is busy, as long as half a
 * minute; while it is away, so that there are none at all, he is told so almost at once.
 */
final class WaitingPool extends HikariDataSource {
    private static final Duration WHILE_BUSY = Duration.ofSeconds(30);

    /** The whole of a request is to be answered within two seconds. */
    static final Duration WHILE_AWAY = Duration.ofSeconds(1);

    WaitingPool(HikariConfig config) {
        super(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException none) {
                boolean isAway = getHikariPoolMXBean().getTotalConnections() == 0;
                boolean isLong = System.nanoTime() - begun > WHILE_BUSY.toNanos();
                if (isAway || isLong) throw none;
            }
        }
    }
}
