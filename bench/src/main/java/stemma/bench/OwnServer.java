package stemma.bench;

import java.io.IOException;
import java.io.InputStream;
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

/** A server of the bench's own on the bench's data, asked over HTTP with a token. */
final class OwnServer implements AutoCloseable {
    private static final int SECONDS_TO_START = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    /** Starts on the data, which nobody else may have open, and waits until it is ready. */
    OwnServer(Path directory, String token) {
        this.token = token;
        int port = freePort();
        this.address = "http://127.0.0.1:" + port;
        this.process = start(directory, port);
        await();
    }

    private static Process start(Path directory, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseTransparentHugePages", "--enable-native-access=ALL-UNNAMED", "-Xmx1g"));
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

    private void await() {
        for (int second = 0; second < SECONDS_TO_START && process.isAlive(); second++) {
            try {
                if (send(get("/ready", "")).statusCode() == 200) return;
            } catch (IOException notYet) {
                pause();
            }
        }
        close();
        throw new IllegalStateException("the server of the bench does not answer");
    }

    private void pause() {
        try {
            var unused = process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Returns the body of the answer; throws where it is not a 200 or a 201. */
    byte[] answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = send(request);
            if (answer.statusCode() == 200 || answer.statusCode() == 201) return answer.body();
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalStateException("the server of the bench went away", failure);
        }
    }

    /** Returns how many lines the answer has, which is not kept; throws where it is not a 200. */
    long lines(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200)
                throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
            try (InputStream body = answer.body()) {
                byte[] part = new byte[1 << 16];
                long lines = 0;
                for (int read; (read = body.read(part)) > 0; )
                    for (int i = 0; i < read; i++) if (part[i] == '\n') lines++;
                return lines;
            }
        } catch (IOException failure) {
            throw new IllegalStateException("the server of the bench went away", failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Returns the question for the page or resource, with that one parameter where it has one. */
    HttpRequest get(String path, String parameter, String value) {
        return request(path + "?" + parameter + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .GET()
                .build();
    }

    HttpRequest get(String path, String id) {
        return id.isEmpty() ? request(path).GET().build() : get(path, "id", id);
    }

    HttpRequest post(String path, byte[] json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build();
    }

    /** Returns what posts with the same token at a low cost to the machine. */
    Wire wire() {
        return new Wire(address, token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
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

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
