package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Assignment;
import stemma.access.Caller;
import stemma.access.NewPerson;
import stemma.access.Permission;
import stemma.access.Role;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.inquiry.SoupWorld;
import stemma.journal.Author;
import stemma.journal.DatabaseClock;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** The lists, pages and JSON of receipts, runs and shipments, over the wire. */
class DocumentPagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SoupWorld SOUP = new SoupWorld();
    private static final WebServer WEB =
            WebServer.start(SOUP.world, "127.0.0.1", 0, ZoneOffset.UTC);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static String token = "";

    @BeforeAll
    static void signIn() {
        token = token(SOUP.world);
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        WEB.close();
        SOUP.close();
    }

    @Test
    void a_receipt_shows_its_lots_its_order_and_how_they_stand() {
        String page = page("/receipts/r-118");
        assertThat(page).contains("R-118", "GrowCo Farms", "C-7741", "1,200 kg", "G/2026-118");
        assertThat(page).contains("expiry 2026-06-30", "released", "otto", "/purchase-orders/PO-9");
        assertThat(page("/purchase-orders/PO-9")).contains("R-118", "1,200 kg in 1 lot");
        JsonNode receipt = json("/api/v1/receipts/R-118").path("receipts").get(0);
        assertThat(receipt.path("supplier").asString()).isEqualTo("GROWCO");
        assertThat(receipt.path("lines").get(0).path("quantity").asString()).isEqualTo("1200 kg");
        assertThat(json("/api/v1/progress/purchase-orders?code=po-9").path("receipts"))
                .hasSize(1);
    }

    @Test
    void a_run_shows_what_went_in_and_came_out_and_what_is_missing() {
        String page = page("/runs/WO-55");
        assertThat(page).contains("In 600 kg, out 500 kg, unaccounted 100 kg");
        assertThat(page).contains("C-7741", "P-1", "LINE-2", "by a verified cleaning");
        assertThat(page("/work-orders/WO-55")).contains("used 600 kg, made 500 kg");
        JsonNode run = json("/api/v1/runs/WO-56").path("runs").get(0);
        assertThat(run.path("balance").path("words").asString())
                .isEqualTo("SOUP cannot be weighed in kg by our records");
        assertThat(run.path("outputs").get(0).path("number").asString()).isEqualTo("S-1");
    }

    @Test
    void a_shipment_shows_whether_it_has_arrived() {
        assertThat(page("/shipments/SH-1")).contains("delivered", "Metro Zwolle", "Kade 1, Zwolle");
        assertThat(page("/shipments?code=SH-2")).contains("in transit", "Corner Shop", "64 ea");
        JsonNode list = json("/api/v1/shipments");
        assertThat(list.path("total").asInt()).isEqualTo(2);
        assertThat(list.path("shipments"))
                .extracting(s -> s.path("state").asString())
                .containsExactlyInAnyOrder("delivered", "in_transit");
    }

    @Test
    void a_list_is_filtered_and_paged_newest_first() {
        JsonNode first = json("/api/v1/runs?limit=2");
        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(codes(first)).containsExactly("WO-57", "WO-56");
        String next = first.path("next").asString();
        JsonNode second = json("/api/v1/runs?limit=2&before=" + next.replace(":", "%3A"));
        assertThat(codes(second)).containsExactly("WO-55");
        assertThat(second.has("next")).isFalse();
        assertThat(codes(json("/api/v1/runs?item=carrot"))).containsExactly("WO-55");
        assertThat(codes(json("/api/v1/runs?item=puree&number=wo-55"))).containsExactly("WO-55");
        assertThat(codes(json("/api/v1/runs?with=line-2&site=hlf&day=2026-05-04")))
                .hasSize(3);
        assertThat(codes(json("/api/v1/runs?day=2026-05-05"))).isEmpty();
        assertThat(page("/runs?number=nothing")).contains("No run is like that");
        assertThat(page("/receipts?with=growco")).contains("R-118");
        assertThat(page("/shipments?with=corner&item=soup")).contains("SH-2");
    }

    @Test
    void what_cannot_be_read_or_found_is_a_clear_problem() {
        for (String unknown : List.of(
                "receipts/R-404",
                "runs/WO-404",
                "shipments/SH-404",
                "purchase-orders/PO-404",
                "work-orders/PO-404",
                "sales-orders/PO-404")) {
            HttpResponse<String> answer = get(WEB, token, "/api/v1/" + unknown);
            assertThat(answer.statusCode()).as(unknown).isEqualTo(404);
            assertThat(answer.body()).contains("_unknown", "There is no ", "404");
            assertThat(get(WEB, token, "/" + unknown).statusCode()).isEqualTo(404);
        }
        assertThat(get(WEB, token, "/api/v1/runs?day=soon").body()).contains("day_invalid");
        assertThat(get(WEB, token, "/api/v1/runs?limit=0").body()).contains("page_invalid");
        assertThat(get(WEB, token, "/api/v1/runs?before=x").body()).contains("page_invalid");
        assertThat(get(WEB, "", "/api/v1/runs").statusCode()).isEqualTo(401);
    }

    @Test
    void an_empty_room_says_what_to_do_next() {
        try (Database database = TestDatabases.fresh()) {
            World world = World.open(database, new DatabaseClock(database.app()));
            try (WebServer web = WebServer.start(world, "127.0.0.1", 0, ZoneOffset.UTC)) {
                String secret = token(world);
                assertThat(get(web, secret, "/receipts").body())
                        .contains("Nothing was received yet", "POST /api/v1/receipts");
                assertThat(get(web, secret, "/runs").body())
                        .contains("Nothing was made yet", "bin/stemma import");
                assertThat(get(web, secret, "/shipments").body())
                        .contains("Nothing was shipped yet", "POST /api/v1/shipments");
            }
        }
    }

    private static List<String> codes(JsonNode list) {
        return list.path("runs")
                .valueStream()
                .map(r -> r.path("run").asString())
                .toList();
    }

    private static String page(String path) {
        HttpResponse<String> answer = get(WEB, token, path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode json(String path) {
        return JSON.readTree(page(path));
    }

    private static HttpResponse<String> get(WebServer web, String secret, String path) {
        URI address = URI.create("http://127.0.0.1:" + web.port() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!secret.isEmpty()) request.header("Authorization", "Bearer " + secret);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String token(World world) {
        Author ada = new Author(new ActorId("ada"), "session 0", "test");
        ActorId vera = new ActorId("vera");
        var invitation = world.access()
                .people()
                .add(
                        ada,
                        new NewPerson(
                                vera,
                                "vera",
                                "Vera Example",
                                List.of(Assignment.everywhere(Role.QUALITY))));
        Caller caller = world.access()
                .acceptInvitation(invitation.secret(), SoupWorld.PASSWORD, "test")
                .caller();
        return world.access()
                .tokens()
                .issue(caller, "reader", Set.of(Permission.SEE_RECORD), Duration.ofDays(1))
                .secret();
    }
}
