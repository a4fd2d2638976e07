package stemma.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The same questions asked over HTTP of a server of its own, as pages and by the API. */
final class Browsing {
    private static final int WARM_ROUNDS = 2;
    private static final int ROUNDS = 5;
    private static final int SECONDS_TO_START = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final String token;
    private final History history;

    Browsing(Path directory, String token, History history) {
        this.directory = directory;
        this.token = token;
        this.history = history;
    }

    /** Starts the server on the data, which nobody else may have open, and asks. */
    void browse(long size, List<Suspects.Suspect> suspects) {
        int port = freePort();
        Process server = start(port);
        try (HttpClient browser = HttpClient.newHttpClient()) {
            String address = "http://127.0.0.1:" + port;
            await(browser, server, address + "/ready");
            time(size, "page.lot_card", suspects, browser, id -> get(address + "/lots/card", id));
            time(size, "page.board", suspects, browser, id -> get(address + "/board", id));
            time(size, "page.trace", suspects, browser, id -> get(address + "/trace", id));
            time(size, "api.board", suspects, browser, id -> get(address + "/api/v1/board", id));
            time(size, "api.trace", suspects, browser, id -> trace(address, id));
        } finally {
            stop(server);
        }
    }

    private Process start(int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx1g"));
        String path = System.getProperty("java.class.path");
        boolean isOneJar = path.endsWith(".jar") && !path.contains(java.io.File.pathSeparator);
        if (isOneJar && path.contains("stemma-bench")) command.addAll(List.of("-jar", path));
        else command.addAll(List.of("-cp", path, Bench.class.getName()));
        command.addAll(List.of(
                Bench.SERVE, "--data", directory.toString(), "--port", Integer.toString(port)));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolveSibling("bench-server.log").toFile())
                    .start();
        } catch (IOException failure) {
            throw new IllegalStateException("the server of the bench does not start", failure);
        }
    }

    private void await(HttpClient browser, Process server, String ready) {
        for (int second = 0; second < SECONDS_TO_START && server.isAlive(); second++) {
            try {
                if (send(browser, get(ready, "")).statusCode() == 200) return;
            } catch (IOException notYet) {
                pause(server);
            }
        }
        throw new IllegalStateException("the server of the bench does not answer");
    }

    private static void pause(Process server) {
        try {
            var unused = server.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void stop(Process server) {
        server.destroy();
        try {
            if (!server.waitFor(60, TimeUnit.SECONDS)) server.destroyForcibly();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void time(
            long size,
            String metric,
            List<Suspects.Suspect> suspects,
            HttpClient browser,
            Function<String, HttpRequest> request) {
        List<Double> measured = new ArrayList<>();
        for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
            for (Suspects.Suspect suspect : suspects) {
                HttpRequest asked = request.apply(suspect.lot().toString());
                long start = System.nanoTime();
                int status = answer(browser, asked);
                double milliseconds = (System.nanoTime() - start) / 1e6;
                if (status != 200)
                    throw new IllegalStateException(asked.uri() + " answered " + status);
                if (round >= WARM_ROUNDS) measured.add(milliseconds);
            }
        }
        history.add(size, metric, Figures.of(measured));
    }

    private int answer(HttpClient browser, HttpRequest request) {
        try {
            return send(browser, request).statusCode();
        } catch (IOException failure) {
            throw new IllegalStateException("the server of the bench went away", failure);
        }
    }

    private static HttpResponse<byte[]> send(HttpClient browser, HttpRequest request)
            throws IOException {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest get(String address, String id) {
        String query = id.isEmpty() ? "" : "?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        return request(address + query).GET().build();
    }

    private HttpRequest trace(String address, String id) {
        String body = "{\"roots\":[{\"id\":\"" + id + "\"}],\"direction\":\"forward\"}";
        return request(address + "/api/v1/traces")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException("no port is free", failure);
        }
    }
}
