package stemma.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Databases for scenarios and tests, never for a record that is to last: one server in a directory
 * that is deleted, quick because it forgets on a crash, and copies of one migrated template.
 */
public final class ScratchDatabases implements AutoCloseable {
    private static final String PREFIX = "stemma-scratch-";
    private static final String TEMPLATE = "stemma_template";
    private static final Login SUPERUSER = new Login("postgres", "scratch");
    static final Logins LOGINS = new Logins(
            new Login("stemma_app", "scratch"),
            new Login("stemma_owner", "scratch"),
            new Login("stemma_sealer", "scratch"));
    private static final Pools POOLS = new Pools(64, 4, 4, Pools.BEHIND);
    private static final List<String> FORGETFUL = List.of(
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "max_connections=500",
            "autovacuum=off",
            "max_wal_size=4GB");

    private static final Duration YOUNG = Duration.ofMinutes(10);
    private final Path home;
    private final DataDirectory directory;
    private final Startup.Answering running;
    private final ServerSetup server;
    private final AtomicInteger copies = new AtomicInteger();

    private ScratchDatabases(
            Path home, DataDirectory directory, Startup.Answering running, ServerSetup server) {
        this.home = home;
        this.directory = directory;
        this.running = running;
        this.server = server;
    }

    /** Starts the embedded server; it ends when closed, or when the program ends. */
    public static ScratchDatabases start() {
        return start(PostgresBinaries.bundled(PostgresBinaries.userCache()));
    }

    /** Starts the server whose programs lie in the directory. */
    public static ScratchDatabases start(Path bin) {
        return start(PostgresBinaries.in(bin));
    }

    private static ScratchDatabases start(PostgresBinaries binaries) {
        OrdinaryUser user = OrdinaryUser.find();
        sweep(binaries, user);
        Path home = temporary();
        DataDirectory directory = DataDirectory.hold(home);
        Cluster cluster = new Cluster(binaries, user, directory.cluster());
        cluster.make(SUPERUSER);
        Startup.Answering running =
                new Startup(cluster, FORGETFUL, directory.log(), SUPERUSER).start(Optional.empty());
        ServerSetup server = new ServerSetup("127.0.0.1", running.port(), SUPERUSER);
        ScratchDatabases started = new ScratchDatabases(home, directory, running, server);
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        server.roles(LOGINS);
        server.database(TEMPLATE, LOGINS.owner());
        try (Database template = POOLS.open(server.url(TEMPLATE), LOGINS)) {
            Migrations.run(template.owner(), LOGINS);
        }
        return started;
    }

    /** A database of its own with every room's tables, empty; gone when the caller closes it. */
    public Database fresh() {
        String name = "scratch_" + copies.incrementAndGet();
        // A template is copied by one at a time.
        synchronized (this) {
            server.copy(TEMPLATE, name, LOGINS.owner());
        }
        return POOLS.open(server.url(name), LOGINS).afterwards(() -> drop(name));
    }

    /** A database of its own without any table. */
    Database unmigrated() {
        String name = "scratch_" + copies.incrementAndGet();
        server.database(name, LOGINS.owner());
        return POOLS.open(server.url(name), LOGINS).afterwards(() -> drop(name));
    }

    // As each is closed: a hundred of them take longer to delete than a test run waits at its end.
    private synchronized void drop(String name) {
        if (running.process().isAlive()) server.drop(name);
    }

    @Override
    public synchronized void close() {
        if (!Files.exists(home)) return;
        running.process().destroyForcibly();
        running.process().onExit().join();
        directory.close();
        Trees.delete(home);
    }

    /** Ends what killed programs left behind: their locks are free. */
    private static void sweep(PostgresBinaries binaries, OrdinaryUser user) {
        try (Stream<Path> homes = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path home : homes.filter(ScratchDatabases::isScratch).toList()) {
                try (DataDirectory held = DataDirectory.hold(home)) {
                    new Cluster(binaries, user, held.cluster())
                            .orphan()
                            .ifPresent(ProcessHandle::destroyForcibly);
                    Trees.delete(home);
                } catch (DatabaseRefused stillInUse) {
                    continue;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One just made may not be held yet by the program that made it. */
    private static boolean isScratch(Path home) {
        if (!home.getFileName().toString().startsWith(PREFIX)) return false;
        try {
            Instant touched = Files.getLastModifiedTime(home).toInstant();
            return touched.isBefore(Instant.now().minus(YOUNG));
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(PREFIX);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
