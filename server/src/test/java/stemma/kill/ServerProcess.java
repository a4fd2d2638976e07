package stemma.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** {@code bin/stemma serve} as a process of its own, on a port and a data directory. */
final class ServerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient client;
    private final Path data;
    private final int port;
    private Process process;

    private ServerProcess(HttpClient client, Path data, int port, Process process) {
        this.client = client;
        this.data = data;
        this.port = port;
        this.process = process;
    }

    static ServerProcess start(HttpClient client, Path data, int port) {
        ServerProcess server = new ServerProcess(client, data, port, launch(data, port));
        server.awaitReady();
        return server;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    void startAgain() {
        process = launch(data, port);
    }

    /** Ends the process as {@code kill -9} does: it gets no chance to do anything. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks the process to end in order, as {@code kill} does. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Waits until the server says that it can record; returns how long that took. */
    Duration awaitReady() {
        Instant begun = Instant.now();
        while (true) {
            if (isReady()) return Duration.between(begun, Instant.now());
            Duration waited = Duration.between(begun, Instant.now());
            if (!process.isAlive() || waited.compareTo(PATIENCE) > 0)
                throw new AssertionError("not ready after " + waited + ":\n" + said());
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private boolean isReady() {
        HttpRequest ask = HttpRequest.newBuilder(address("/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return client.send(ask, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** Returns the postmaster, as its pid file names it. */
    ProcessHandle postmaster() {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
    }

    /** Returns a process that serves one connection of the application, where one is there. */
    Optional<ProcessHandle> backend() {
        return postmaster()
                .children()
                .filter(child -> commandLine(child).contains("stemma_app"))
                .findFirst();
    }

    int databasePort() {
        return Integer.parseInt(pidFile().get(3).strip());
    }

    String said() {
        try {
            return Files.readString(log(data));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private static Path log(Path data) {
        return data.resolve("server.log");
    }

    private static Process launch(Path data, int port) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "stemma.Stemma",
                "serve",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port));
        try {
            Files.createDirectories(data);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("STEMMA_DATABASE"));
            return builder.redirectOutput(
                            ProcessBuilder.Redirect.appendTo(log(data).toFile()))
                    .start();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
