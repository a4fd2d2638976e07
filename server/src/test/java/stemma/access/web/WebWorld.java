package stemma.access.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

import stemma.access.Access;
import stemma.access.AccessWorld;
import stemma.access.Caller;
import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.identifiers.LotNumber;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A server of the house rooms alone on a free port of the loopback, and a visitor to it. */
final class WebWorld implements AutoCloseable {
    final AccessWorld world = new AccessWorld();
    final ConfigurableApplicationContext server;
    final String address;

    WebWorld() {
        SpringApplication application = new SpringApplication(HouseAlone.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("world", world));
        server = application.run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--spring.jmx.enabled=false");
        address = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
    }

    Visitor visitor() {
        return new Visitor();
    }

    @Override
    public void close() {
        server.close();
        world.close();
    }

    /** The wiring of a server that has these rooms only, and a page for each kind of failure. */
    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
            })
    @ComponentScan(basePackages = {"stemma.shell.web", "stemma.access.web"})
    static class HouseAlone {
        @Bean
        Access access(AccessWorld world) {
            return world.access;
        }

        @Bean
        Routes trialRoutes() {
            return Routes.of(
                    Route.signedIn("GET", "/"),
                    Route.get("/trial/receive", Permission.RECEIVE),
                    Route.signedIn("GET", "/trial/fault"),
                    Route.signedIn("POST", "/api/v1/trial"));
        }
    }

    @Controller
    static class TrialPages {
        @GetMapping("/")
        String start() {
            return "redirect:/me";
        }

        @GetMapping("/trial/receive")
        @ResponseBody
        String receive(Caller caller) {
            return caller.actor().code();
        }

        @GetMapping("/trial/fault")
        @ResponseBody
        String fault() {
            throw new IllegalStateException("secret inner words");
        }

        @PostMapping("/api/v1/trial")
        @ResponseBody
        String trial(@RequestBody Map<String, String> body) {
            return new LotNumber(body.getOrDefault("lot", "")).toString();
        }
    }

    /** A browser without a picture: keeps cookies, follows nothing. */
    final class Visitor {
        private final HttpClient http = HttpClient.newHttpClient();
        private final Map<String, String> cookies = new TreeMap<>();

        HttpResponse<String> get(String path, String... headers) {
            return send(request(path, headers).GET().build());
        }

        HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
            Map<String, String> form = new TreeMap<>(fields);
            form.putIfAbsent("_csrf", formToken());
            String body = form.entrySet().stream()
                    .map(field -> field.getKey() + "="
                            + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(request(path, headers)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }

        HttpResponse<String> postJson(String path, String body, String... headers) {
            return send(request(path, headers)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }

        HttpResponse<String> signIn(String code, String password) {
            return post("/sign-in", Map.of("code", code, "password", password));
        }

        String cookie(String name) {
            return cookies.getOrDefault(name, "");
        }

        void setCookie(String name, String value) {
            cookies.put(name, value);
        }

        private String formToken() {
            String page = get("/invitation").body();
            String before = "name=\"_csrf\" value=\"";
            int start = page.indexOf(before) + before.length();
            return page.substring(start, page.indexOf('"', start));
        }

        private HttpRequest.Builder request(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
            if (headers.length > 0) request.headers(headers);
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            return request;
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                for (String line : response.headers().allValues("Set-Cookie")) {
                    String pair = line.split(";", 2)[0];
                    int equals = pair.indexOf('=');
                    cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
                return response;
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
