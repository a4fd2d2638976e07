package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ApiClient.Reply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Spoiled requests to every address of the API, by a seed that is told: none is a fault, each is
 * refused by a code of the list, and what is refused has changed nothing.
 */
class ApiFuzzTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int REQUESTS = Integer.getInteger("stemma.fuzz", 600);
    private static final long SEED = Long.getLong("stemma.fuzz.seed", 20_260_501L);
    private static final int LOOKED_AT = 25;
    private final Random random = new Random(SEED);
    private final Mutations mutations = new Mutations(random);
    private final ApiPlant plant = ApiPlant.bare();
    private final ApiClient ivo = plant.program();
    private final ApiClient vera = plant.visitor("vera", Seats.of("carrot, onion*"));
    private final List<JsonNode> good = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    @BeforeEach
    void sendWhatIsGood() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/api/examples"))) {
            for (Path file : files.sorted().toList()) {
                JsonNode example = JSON.readTree(Files.readString(file));
                ask(
                        example,
                        example.path("path").asString(),
                        example.path("request").toString());
                if (!example.path("by").asString().equals("person")) good.add(example);
            }
        }
        ivo.get("/api/v1/openapi.json")
                .json()
                .at("/components/schemas/Problem/properties/code/enum")
                .forEach(code -> codes.add(code.asString()));
        assertThat(codes).hasSizeGreaterThan(100);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    /** How many events and how many lines of the trail there are. */
    private record Count(long events, long audits) {
        static Count of(ApiPlant plant) {
            return JdbcClient.create(plant.database.owner())
                    .sql("select (select count(*) from ledger.event),"
                            + " (select count(*) from audit.trail)")
                    .query((row, number) -> new Count(row.getLong(1), row.getLong(2)))
                    .single();
        }
    }

    @Test
    void no_spoiled_body_is_a_fault_and_none_that_is_refused_changes_anything() {
        List<JsonNode> changes =
                good.stream().filter(e -> e.path("request").isObject()).toList();
        assertThat(changes).hasSizeGreaterThan(15);
        Set<String> told = new TreeSet<>();
        Count before = Count.of(plant);
        for (int i = 0; i < REQUESTS; i++) {
            JsonNode example = changes.get(i % changes.size());
            ObjectNode request = (ObjectNode) example.path("request").deepCopy();
            if (request.has("id") && random.nextInt(5) > 0) request.put("id", plant.id());
            String body = mutations.spoil(request);
            String path = example.path("path").asString();
            boolean isLookedAt = i % (REQUESTS / LOOKED_AT) == 0;
            DatabaseContent content = isLookedAt ? DatabaseContent.of(plant.database) : null;
            Reply reply = ask(example, path, body);
            String said = said(i, path + " " + body, reply);
            Count now = Count.of(plant);
            if (isRefused(reply, said)) {
                told.add(reply.code());
                assertThat(now).as(said).isEqualTo(new Count(before.events, before.audits + 1));
                if (content != null) unchanged(content, said);
            }
            before = now;
        }
        System.out.println("refused by " + told.size() + " codes: " + told);
        assertThat(told).hasSizeGreaterThan(25);
    }

    @Test
    void no_spoiled_address_is_a_fault_and_no_question_changes_anything() {
        List<JsonNode> questions = good.stream().filter(e -> !e.has("request")).toList();
        assertThat(questions).hasSizeGreaterThan(20);
        DatabaseContent before = DatabaseContent.of(plant.database);
        for (int i = 0; i < REQUESTS / 2; i++) {
            JsonNode example = questions.get(i % questions.size());
            String path = mutations.spoilAddress(example.path("path").asString());
            Reply reply = ask(example, path, "");
            isRefused(reply, said(i, path, reply));
        }
        assertThat(DatabaseContent.of(plant.database)).isEqualTo(before);
    }

    private boolean isRefused(Reply reply, String said) {
        assertThat(reply.status()).as(said).isBetween(200, 499);
        assertThat(reply.body()).as(said).doesNotContain("Exception", "\tat ", "org.postgresql");
        if (reply.status() < 400) return false;
        assertThat(reply.raw().headers().firstValue("Content-Type"))
                .as(said)
                .contains("application/problem+json");
        assertThat(codes).as(said).contains(reply.code());
        return true;
    }

    private void unchanged(DatabaseContent before, String said) {
        DatabaseContent after = DatabaseContent.of(plant.database);
        assertThat(before.beyond(after)).as(said).isEmpty();
        assertThat(after.beyond(before).keySet())
                .as(said)
                .isEqualTo(Set.of("audit.trail", "journal.entry", "journal.entry_key"));
    }

    private static String said(int number, String asked, Reply reply) {
        return "seed " + SEED + " request " + number + ": " + asked + "\n" + reply.status() + " "
                + reply.body();
    }

    private Reply ask(JsonNode example, String path, String body) {
        String verb = example.path("verb").asString();
        BodyPublisher sent =
                verb.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        ApiClient by = example.path("by").asString().equals("visitor") ? vera : ivo;
        return by.send(verb, path, sent);
    }
}
