package stemma.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The chosen database, started where it is ours, of a version that will do, migrated, and open.
 * Closing it closes the connections and stops only what it started.
 */
public final class RunningDatabase implements AutoCloseable {
    private static final int OLDEST_MAJOR = 15;

    private final Database database;
    private final AutoCloseable server;
    private final DiskRoom disk;

    private RunningDatabase(Database database, AutoCloseable server, DiskRoom disk) {
        this.database = database;
        this.server = server;
        this.disk = disk;
    }

    /** Opens the database, or throws {@link DatabaseRefused} and leaves nothing running. */
    public static RunningDatabase open(DatabaseChoice choice) {
        return switch (choice) {
            case DatabaseChoice.Embedded embedded -> {
                PostgresBinaries binaries = PostgresBinaries.bundled(PostgresBinaries.userCache());
                EmbeddedPostgres server =
                        EmbeddedPostgres.start(embedded.directory(), binaries, embedded.settings());
                DiskRoom disk = DiskRoom.of(embedded.directory());
                yield migrated(server.url(), server.logins(), server, disk);
            }
            case DatabaseChoice.External external ->
                migrated(external.url(), external.logins(), () -> {}, DiskRoom.elsewhere());
        };
    }

    public Database database() {
        return database;
    }

    /** Returns the room on the disk that the database lies on. */
    public DiskRoom diskRoom() {
        return disk;
    }

    /** Lets the planner know what a filled database holds, without waiting for its own turn. */
    public void analyze() {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        } catch (SQLException failure) {
            throw new IllegalStateException("the tables could not be analyzed", failure);
        }
    }

    @Override
    public void close() {
        database.close();
        stop(server);
    }

    private static RunningDatabase migrated(
            String url, Logins logins, AutoCloseable server, DiskRoom disk) {
        Database database = Pools.OF_A_SERVER.open(url, logins);
        RunningDatabase running = new RunningDatabase(database, server, disk);
        try {
            refuseTooOld(database);
            Migrations.run(database.owner(), logins);
            return running;
        } catch (RuntimeException refused) {
            running.close();
            throw refused;
        }
    }

    private static void refuseTooOld(Database database) {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SHOW server_version_num")) {
            version.next();
            refuseTooOld(version.getInt(1));
        } catch (SQLException failure) {
            throw new DatabaseRefused(
                    "database_unreachable",
                    "The database does not answer as the owner role: " + failure.getMessage() + ".",
                    failure);
        }
    }

    /** Refuses by the number that a server gives for its version, such as 150004. */
    static void refuseTooOld(int version) {
        int major = version / 10_000;
        if (major >= OLDEST_MAJOR) return;
        throw new DatabaseRefused(
                "database_too_old",
                "The database is PostgreSQL " + major + ", and Stemma needs " + OLDEST_MAJOR
                        + " or newer.");
    }

    private static void stop(AutoCloseable server) {
        try {
            server.close();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("the database did not stop", failure);
        }
    }
}
