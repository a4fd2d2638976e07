package stemma.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's own data directory: made once, and served by at most one postmaster. The caller
 * holds the lock on it.
 */
record Cluster(PostgresBinaries binaries, OrdinaryUser user, Path data) {

    boolean isMade() {
        return Files.isRegularFile(data.resolve("PG_VERSION"));
    }

    /** Made beside its place and renamed, so that a half-made one is never started. */
    void make(Login superuser) {
        Path partial = data.resolveSibling(data.getFileName() + ".making");
        Path password = data.resolveSibling("password.making");
        try {
            if (Files.exists(partial)) Trees.delete(partial);
            Files.createDirectories(partial);
            Files.writeString(password, superuser.password() + "\n");
            user.own(partial);
            user.own(password);
            Programs.output(command("initdb", initdbArguments(partial, password, superuser)));
            Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            password.toFile().delete();
        }
    }

    private List<String> initdbArguments(Path partial, Path password, Login superuser) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + partial,
                "--username=" + superuser.user(),
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--data-checksums"));
        if (binaries.major() >= 17)
            arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        arguments.add("--locale=C");
        return arguments;
    }

    void refuseForeign() {
        try {
            int made = Integer.parseInt(
                    Files.readString(data.resolve("PG_VERSION")).strip());
            if (made == binaries.major()) return;
            throw new DatabaseRefused(
                    "database_of_other_version",
                    "The data in " + data + " belong to PostgreSQL " + made
                            + ", and this Stemma carries PostgreSQL " + binaries.major()
                            + ": export with the version that wrote them, and restore here.");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Process start(int port, List<String> settings, Path log) {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
        List<String> fixed = List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "timezone=UTC",
                "log_timezone=UTC");
        Stream.concat(fixed.stream(), settings.stream())
                .forEach(setting -> arguments.addAll(List.of("-c", setting)));
        try {
            return Programs.prepared(command("postgres", arguments))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A postmaster whose parent died: the pid file names it and it stands in our directory. */
    Optional<ProcessHandle> orphan() {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return Optional.empty();
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
        } catch (IOException
                | NumberFormatException
                | java.util.NoSuchElementException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        Path standsIn = Path.of("/proc/" + process.pid() + "/cwd");
        try {
            if (Files.exists(standsIn)) return Files.isSameFile(standsIn, data);
        } catch (IOException unreadable) {
            return false;
        }
        return process.info()
                .command()
                .filter(name -> name.endsWith("postgres"))
                .isPresent();
    }

    /** Asks every session to end, writes a checkpoint, and waits until the postmaster is gone. */
    void stop() {
        Programs.output(command(
                "pg_ctl",
                List.of("stop", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=120")));
    }

    private List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        return command;
    }
}
