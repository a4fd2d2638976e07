package stemma.database;

import com.zaxxer.hikari.HikariConfig;

import java.time.Duration;

import javax.sql.DataSource;

/**
 * How many connections each role may hold, and how long the application waits for one while there
 * is none; connections are opened when first needed.
 */
record Pools(int app, int owner, int sealer, Duration patience) {
    /** Starting and sealing wait for a database that is only about to answer. */
    static final Duration BEHIND = Duration.ofSeconds(30);

    static final Pools OF_A_SERVER = new Pools(16, 2, 2, WaitingPool.WHILE_AWAY);

    Database open(String url, Logins logins) {
        return new Database(
                pool("app", url, logins.app(), app, patience),
                pool("owner", url, logins.owner(), owner, BEHIND),
                pool("sealer", url, logins.sealer(), sealer, BEHIND));
    }

    private static DataSource pool(
            String name, String url, Login login, int size, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("ApplicationName", "stemma " + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new WaitingPool(config);
    }
}
