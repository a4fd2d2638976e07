package stemma.catalog.web;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

import stemma.World;
import stemma.access.Assignment;
import stemma.access.Caller;
import stemma.access.NewPerson;
import stemma.access.Role;
import stemma.catalog.Catalog;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.DatabaseClock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages and the API of the catalog alone, on a port of its own, and programs that ask it. */
final class CatalogServer implements AutoCloseable {
    private static final String PASSWORD = "four owls on the quay";
    private static final Author ADA = new Author(ActorId.of("ada"), "session 0", "test");
    final World world;
    private final Database database = TestDatabases.fresh();
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    // Not marked as a component: a scan of all rooms must not find it.
    @EnableAutoConfiguration(
            exclude = {
                DataSourceAutoConfiguration.class,
                FlywayAutoConfiguration.class,
                UserDetailsServiceAutoConfiguration.class
            })
    @ComponentScan(
            basePackages = {"stemma.shell.web", "stemma.access.web", "stemma.catalog.web"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "stemma\\.access\\.web\\.WebWorld.*"))
    static class Rooms {}

    CatalogServer() {
        world = World.open(database, new DatabaseClock(database.app()));
        Catalog catalog = world.catalog();
        context = new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .initializers(made -> {
                    made.getBeanFactory().registerSingleton("access", world.access());
                    made.getBeanFactory().registerSingleton("catalog", catalog);
                    made.getBeanFactory().registerSingleton("signatures", world.signatures());
                })
                .run("--server.address=127.0.0.1", "--server.port=0");
    }

    /** Returns the secret of a token of a new person with the role. */
    String token(String name, Role role) {
        ActorId actor = ActorId.of(name);
        var invitation = world.access()
                .people()
                .add(
                        ADA,
                        new NewPerson(
                                actor,
                                name,
                                name + " Example",
                                List.of(Assignment.everywhere(role))));
        Caller caller = world.access()
                .acceptInvitation(invitation.secret(), PASSWORD, "test")
                .caller();
        var scope = role.permissions().stream()
                .filter(permission -> permission.isForTokens())
                .collect(Collectors.toSet());
        return world.access()
                .tokens()
                .issue(caller, "erp", scope, Duration.ofDays(1))
                .secret();
    }

    HttpResponse<String> get(String token, String path) {
        return send(token, path, HttpRequest.newBuilder().GET(), Map.of());
    }

    HttpResponse<String> put(String token, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
        return send(token, path, request, headers);
    }

    HttpResponse<String> form(String token, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + MasterPaths.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(token, path, request, Map.of());
    }

    HttpResponse<String> file(String token, String path, String file, Map<String, String> headers) {
        String body =
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--edge--\r\n";
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(body));
        return send(token, path, request, headers);
    }

    private HttpResponse<String> send(
            String token, String path, HttpRequest.Builder request, Map<String, String> headers) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        request.uri(URI.create("http://127.0.0.1:" + port + path));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
        database.close();
    }
}
