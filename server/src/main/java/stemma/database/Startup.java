package stemma.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts a postmaster and waits until it answers, trying again while the one before still ends. */
record Startup(Cluster cluster, List<String> settings, Path log, Login superuser) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A postmaster that answers on its port of the loopback. */
    record Answering(Process process, int port) {}

    /** Starts on the port that is given, or on any free one. */
    Answering start(Optional<Integer> wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Duration pause = Duration.ofMillis(100);
        while (true) {
            int port = wanted.orElseGet(Startup::freePort);
            Process process = cluster.start(port, settings, log);
            if (answers(process, port, deadline)) return new Answering(process, port);
            if (Instant.now().isAfter(deadline)) throw refused(process);
            sleep(pause);
            if (pause.compareTo(LONGEST_PAUSE) < 0) pause = pause.multipliedBy(2);
        }
    }

    private boolean answers(Process process, int port, Instant deadline) {
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            try (Connection answered = connect(port)) {
                if (answered.isValid(5)) return true;
            } catch (SQLException notYet) {
                sleep(Duration.ofMillis(50));
            }
        }
        return false;
    }

    private Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?loginTimeout=10",
                superuser.user(),
                superuser.password());
    }

    private DatabaseRefused refused(Process process) {
        process.destroy();
        return new DatabaseRefused(
                "database_does_not_start",
                "The embedded PostgreSQL did not start within " + PATIENCE.toSeconds()
                        + " seconds; the reason stands at the end of " + log + ".");
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL started", stopped);
        }
    }
}
