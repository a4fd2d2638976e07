package stemma.database;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.sql.DataSource;

/**
 * One migrated database seen through its three roles: the application reads and adds, the owner
 * changes tables, the sealer gives entries their position. Closing it closes the connections.
 */
public record Database(DataSource app, DataSource owner, DataSource sealer, Runnable afterwards)
        implements AutoCloseable {

    public Database(DataSource app, DataSource owner, DataSource sealer) {
        this(app, owner, sealer, () -> {});
    }

    /** Returns the same database, with something to be done once its connections are closed. */
    Database afterwards(Runnable work) {
        return new Database(app, owner, sealer, work);
    }

    @Override
    public void close() {
        close(app);
        close(sealer);
        close(owner);
        afterwards.run();
    }

    private static void close(DataSource source) {
        if (!(source instanceof Closeable pool)) return;
        try {
            pool.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
