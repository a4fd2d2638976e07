package stemma.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for tests: one server per run, migrated once, and a copy of it for each who asks. It
 * forgets on a crash, and is quick for that. The system property {@code stemma.test.postgres} or
 * the variable {@code STEMMA_TEST_POSTGRES} names the {@code bin} directory of another PostgreSQL.
 */
public final class TestDatabases {
    private static final String TEMPLATE = "stemma_template";
    private static final Login SUPERUSER = new Login("postgres", "test");
    public static final Logins LOGINS = new Logins(
            new Login("stemma_app", "test"),
            new Login("stemma_owner", "test"),
            new Login("stemma_sealer", "test"));
    private static final Pools POOLS = new Pools(64, 4, 4);
    private static final AtomicInteger COPIES = new AtomicInteger();

    private TestDatabases() {}

    /** A database of its own with every room's tables, empty; the caller closes it. */
    public static Database fresh() {
        return open(Running.MIGRATED, true);
    }

    /** A database of its own without any table, for tests of the migrations themselves. */
    static Database unmigrated() {
        return open(Running.SERVER, false);
    }

    /** The port of the loopback on which the server of this run answers. */
    static int port() {
        return Running.SERVER.port();
    }

    private static Database open(ServerSetup server, boolean migrated) {
        String name = "test_" + COPIES.incrementAndGet();
        if (migrated) copy(server, name);
        else server.database(name, LOGINS.owner());
        return POOLS.open(server.url(name), LOGINS);
    }

    // A template is copied by one at a time.
    private static synchronized void copy(ServerSetup server, String name) {
        server.copy(TEMPLATE, name, LOGINS.owner());
    }

    /** Started by the first who asks. */
    private static final class Running {
        static final ServerSetup SERVER = start();
        static final ServerSetup MIGRATED = migrate(SERVER);

        private static ServerSetup start() {
            Path home = temporary();
            Cluster cluster = new Cluster(binaries(), OrdinaryUser.find(), home.resolve("data"));
            cluster.make(SUPERUSER);
            List<String> forgetful = List.of(
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "max_connections=500",
                    "autovacuum=off",
                    "max_wal_size=4GB");
            Startup.Answering answering = new Startup(
                            cluster, forgetful, home.resolve("log"), SUPERUSER)
                    .start(Optional.empty());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(answering, home)));
            ServerSetup server = new ServerSetup("127.0.0.1", answering.port(), SUPERUSER);
            server.roles(LOGINS);
            return server;
        }

        private static ServerSetup migrate(ServerSetup server) {
            server.database(TEMPLATE, LOGINS.owner());
            try (Database template = POOLS.open(server.url(TEMPLATE), LOGINS)) {
                Migrations.run(template.owner(), LOGINS);
            }
            return server;
        }

        private static void end(Startup.Answering answering, Path home) {
            answering.process().destroyForcibly();
            answering.process().onExit().join();
            Trees.delete(home);
        }

        private static PostgresBinaries binaries() {
            String given = System.getProperty(
                    "stemma.test.postgres",
                    System.getenv().getOrDefault("STEMMA_TEST_POSTGRES", ""));
            return given.isBlank()
                    ? PostgresBinaries.bundled(PostgresBinaries.userCache())
                    : PostgresBinaries.in(Path.of(given));
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("stemma-test-");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
