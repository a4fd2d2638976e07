package stemma.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The durable PostgreSQL of one data directory, on the loopback only. A postmaster that dies is
 * started again on its port; one that outlived its Stemma is stopped in order before the new one.
 */
final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    static final String DATABASE = "stemma";
    private static final long LOG_BYTES = 10L << 20;
    private static final List<String> DURABLE = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=100",
            SharedBuffers.ofThisMachine().setting(),
            "max_wal_size=2GB",
            "log_min_messages=warning");

    private final DataDirectory directory;
    private final Cluster cluster;
    private final Startup startup;
    private final Passwords passwords;
    private volatile boolean closing;
    private volatile Startup.Answering running;

    private EmbeddedPostgres(
            DataDirectory directory,
            Cluster cluster,
            Startup startup,
            Passwords passwords,
            Startup.Answering running) {
        this.directory = directory;
        this.cluster = cluster;
        this.startup = startup;
        this.passwords = passwords;
        this.running = running;
        watch(running);
    }

    static EmbeddedPostgres start(Path home, PostgresBinaries binaries) {
        return start(home, binaries, List.of());
    }

    /** Starts with further settings, which stand above ours. */
    static EmbeddedPostgres start(Path home, PostgresBinaries binaries, List<String> settings) {
        DataDirectory directory = DataDirectory.hold(home);
        try {
            Passwords passwords = Passwords.keptIn(directory.passwords(), new SecureRandom());
            Cluster cluster = new Cluster(binaries, OrdinaryUser.find(), directory.cluster());
            if (cluster.isMade()) cluster.refuseForeign();
            else cluster.make(passwords.superuser());
            stopOrphan(cluster);
            shorten(directory.log());
            List<String> all =
                    Stream.concat(DURABLE.stream(), settings.stream()).toList();
            Startup startup = new Startup(cluster, all, directory.log(), passwords.superuser());
            Startup.Answering running = startup.start(Optional.empty());
            EmbeddedPostgres server =
                    new EmbeddedPostgres(directory, cluster, startup, passwords, running);
            server.prepare();
            return server;
        } catch (RuntimeException refused) {
            directory.close();
            throw refused;
        }
    }

    String url() {
        return setup().url(DATABASE);
    }

    Logins logins() {
        return passwords.logins();
    }

    long postmaster() {
        return running.process().pid();
    }

    @Override
    public synchronized void close() {
        if (closing) return;
        closing = true;
        if (running.process().isAlive()) cluster.stop();
        directory.close();
    }

    private void prepare() {
        setup().roles(logins());
        setup().database(DATABASE, logins().owner());
    }

    private ServerSetup setup() {
        return new ServerSetup("127.0.0.1", running.port(), passwords.superuser());
    }

    private void watch(Startup.Answering answering) {
        answering.process().onExit().thenRun(() -> {
            if (!closing) Thread.ofPlatform().name("database-restart").start(this::restart);
        });
    }

    private synchronized void restart() {
        if (closing) return;
        LOG.warn("The embedded PostgreSQL ended unasked and is started again");
        running = startup.start(Optional.of(running.port()));
        watch(running);
    }

    private static void stopOrphan(Cluster cluster) {
        if (cluster.orphan().isEmpty()) return;
        LOG.warn("A PostgreSQL of an earlier run still serves this directory and is stopped");
        cluster.stop();
    }

    private static void shorten(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > LOG_BYTES)
                Files.move(
                        log,
                        log.resolveSibling("postgres.log.1"),
                        StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
