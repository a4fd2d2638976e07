package stemma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import stemma.database.Database;
import stemma.database.DatabaseRefused;
import stemma.database.DiskRoom;
import stemma.database.TestDatabases;
import stemma.journal.DatabaseClock;
import stemma.kill.Mill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

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

    @Test
    void it_tells_a_supervisor_disk_seals_and_database() throws Exception {
        try (Database database = TestDatabases.fresh();
                WebServer web = start(database, 0)) {
            assertThat(ask(web, "/ready").body())
                    .contains("\"database\":\"writable\"")
                    .contains("\"diskFreeBytes\":", "\"diskReserveBytes\":")
                    .contains("\"sealLagSeconds\":0");
        }
    }

    @Test
    void it_is_not_ready_while_seals_are_a_minute_behind() throws Exception {
        try (Database database = TestDatabases.fresh()) {
            World world = World.open(database, new DatabaseClock(database.app()));
            DiskRoom disk = DiskRoom.elsewhere();
            Readiness behind = new Readiness(world, disk, () -> Duration.ofSeconds(61));
            try (WebServer web =
                    WebServer.start(world, behind, disk, "127.0.0.1", 0, ZoneOffset.UTC)) {
                assertThat(ask(web, "/ready").statusCode()).isEqualTo(503);
                assertThat(ask(web, "/ready").body()).contains("sealing_behind");
            }
        }
    }

    @Test
    void nothing_is_taken_in_while_the_disk_is_nearly_full_and_all_can_be_read() throws Exception {
        AtomicLong free = new AtomicLong(2_000);
        DiskRoom disk = DiskRoom.measured(free::get, 1_000);
        try (Database database = TestDatabases.fresh()) {
            World world = World.open(database, new DatabaseClock(database.app()));
            String token = Mill.found(world);
            Readiness readiness = new Readiness(world, disk, () -> Duration.ZERO);
            try (WebServer web =
                    WebServer.start(world, readiness, disk, "127.0.0.1", 0, ZoneOffset.UTC)) {
                free.set(999);
                long before = world.journal().sealed().unsealed();
                HttpResponse<String> refused = receive(web, token);
                assertThat(refused.statusCode()).isEqualTo(507);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(refused.body())
                        .contains("\"code\":\"not_yet_recorded\"")
                        .contains("\"cause\":\"disk_nearly_full\"");
                assertThat(world.journal().sealed().unsealed()).isEqualTo(before);
                assertThat(ask(web, "/sign-in").statusCode()).isLessThan(400);
                assertThat(ask(web, "/ready").body()).contains("disk_nearly_full");
                free.set(1_000);
                assertThat(receive(web, token).statusCode()).isEqualTo(201);
            }
        }
    }

    private static HttpResponse<String> receive(WebServer web, String token) throws Exception {
        String event = """
                {"event": "received", "site": "MAIN", "receipt": "R-1", "supplier": "Mill",
                 "id": "01952f3c-0000-7000-8000-000000000001",
                 "lots": [{"passport": {"item": "flour", "number": "F-1"}, "quantity": "1 kg",
                           "to": "at:MAIN/MAIN"}]}
                """;
        URI address = URI.create("http://127.0.0.1:" + web.port() + "/api/v1/events");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + token)
                            .POST(HttpRequest.BodyPublishers.ofString(event))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
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
