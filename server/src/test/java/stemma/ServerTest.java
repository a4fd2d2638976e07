package stemma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import stemma.database.Database;
import stemma.database.DatabaseRefused;
import stemma.database.TestDatabases;
import stemma.journal.DatabaseClock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;

class ServerTest {

    @Test
    void a_world_answers_on_its_port() throws Exception {
        try (Database database = TestDatabases.fresh();
                WebServer web = start(database, 0)) {
            assertThat(ask(web, "/live").statusCode()).isEqualTo(200);
            assertThat(ask(web, "/ready").body()).contains("ready");
        }
    }

    @Test
    void without_a_database_it_lives_but_is_not_ready() throws Exception {
        Database database = TestDatabases.fresh();
        try (WebServer web = start(database, 0)) {
            database.close();
            assertThat(ask(web, "/live").statusCode()).isEqualTo(200);
            assertThat(ask(web, "/ready").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (Database database = TestDatabases.fresh();
                WebServer web = start(database, 0)) {
            assertThatThrownBy(() -> start(database, web.port()))
                    .isInstanceOfSatisfying(
                            DatabaseRefused.class,
                            refused -> assertThat(refused.code()).isEqualTo("port_taken"));
        }
    }

    private static WebServer start(Database database, int port) {
        World world = World.open(database, new DatabaseClock(database.app()));
        return WebServer.start(world, "127.0.0.1", port, ZoneOffset.UTC);
    }

    private static HttpResponse<String> ask(WebServer web, String path)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + web.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
