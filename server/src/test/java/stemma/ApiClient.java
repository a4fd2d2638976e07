package stemma;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A program with a token, or a browser that keeps its cookies. */
final class ApiClient {
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new TreeMap<>();
    private final int port;
    private final String token;
    private String signedIn = "";

    ApiClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** What the server said. */
    record Reply(int status, String body, HttpResponse<String> raw) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String code() {
            return body.startsWith("{") ? json().path("code").asString("") : "";
        }

        String detail() {
            return json().path("detail").asString("");
        }
    }

    /** Returns the secret with which a program says who it is. */
    String token() {
        return token;
    }

    Reply get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Reply post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    Reply put(String path, String body, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(body), headers);
    }

    /** Sends JSON by any verb; a browser adds the token of its forms. */
    Reply send(String verb, String path, BodyPublisher body, String... headers) {
        boolean isBrowser = token.isEmpty() && !cookies.isEmpty();
        String ofForms = isBrowser ? formToken() : "";
        HttpRequest.Builder request = request(path, headers);
        if (!String.join(" ", headers).contains("Content-Type"))
            request.header("Content-Type", "application/json");
        if (isBrowser) request.header("X-CSRF-TOKEN", ofForms);
        return send(request.method(verb, body));
    }

    /** Returns the code of who signed in last. */
    String code() {
        return signedIn;
    }

    void signIn(String code, String password) {
        signedIn = code;
        String form =
                Map.of("code", code, "password", password, "_csrf", formToken()).entrySet().stream()
                        .map(field -> field.getKey() + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        Reply reply = send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (reply.status() != 302 && reply.status() != 303)
            throw new IllegalStateException("not signed in: " + reply.status());
    }

    String formToken() {
        String page = send(request("/invitation").GET()).body();
        String before = "name=\"_csrf\" value=\"";
        int start = page.indexOf(before) + before.length();
        return page.substring(start, page.indexOf('"', start));
    }

    /** Returns a file as it leaves, byte by byte; it must be one. */
    HttpResponse<byte[]> file(String path) {
        try {
            HttpResponse<byte[]> file =
                    http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            if (file.statusCode() != 200) throw new AssertionError(path + ": " + file.statusCode());
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Returns the file that a form is answered with, byte by byte. */
    byte[] formed(String path, String form) {
        try {
            HttpRequest request = request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            return http.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) request.headers(headers);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            for (String line : response.headers().allValues("Set-Cookie")) {
                String pair = line.split(";", 2)[0];
                int equals = pair.indexOf('=');
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
