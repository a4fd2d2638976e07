package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the OpenAPI document to the server. The examples are sent in the order of their names; with
 * {@code -Dupdate} their answers are written anew, and the difference is then reviewed.
 */
class ApiDocumentTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path EXAMPLES = Path.of("src/main/resources/api/examples");
    private static @Nullable ApiClient vera;
    private static ApiPlant plant;

    @BeforeAll
    static void start() {
        plant = ApiPlant.bare();
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static JsonNode document() {
        Reply reply = plant.stranger().get("/api/v1/openapi.json");
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void every_address_of_the_api_stands_in_the_document_and_nothing_else() {
        Set<String> served = plant.web.routes().stream()
                .filter(route -> route.pattern().startsWith("/api/"))
                .map(route -> route.verb() + " " + route.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(verb -> described.add(
                                verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(served).hasSizeGreaterThan(30);
        assertThat(described).isEqualTo(served);
    }

    @Test
    void every_reference_in_the_document_leads_somewhere() {
        JsonNode document = document();
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        Set<String> missing = new TreeSet<>();
        for (String reference : document.findValuesAsString("$ref")) {
            if (document.at(reference.substring(1)).isMissingNode()) missing.add(reference);
        }
        assertThat(missing).isEmpty();
        JsonNode schemas = document.path("components").path("schemas");
        for (String kind : stemma.ledger.EventJson.kinds())
            assertThat(schemas.path(kind).path("additionalProperties").asBoolean(true))
                    .isFalse();
    }

    @Test
    void every_example_is_answered_as_the_document_says() throws IOException {
        ApiClient program = plant.program();
        ApiClient person = plant.person("quinn", Role.QUALITY);
        ApiClient unused = plant.person("rhea", Role.QUALITY);
        for (Path file : examples()) {
            ObjectNode example = (ObjectNode) JSON.readTree(Files.readString(file));
            Certified.before(example, program, person);
            ApiClient client = switch (example.path("by").asString()) {
                case "person" -> person;
                case "visitor" -> visitor();
                default -> program;
            };
            Reply reply = ask(client, example);
            JsonNode answer = masked(reply.json());
            if (System.getProperty("update") != null) {
                example.put("status", Integer.toString(reply.status()));
                example.set("response", answer);
                Files.writeString(
                        file,
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example) + "\n");
            }
            assertThat(Integer.toString(reply.status()))
                    .as(file + reply.body())
                    .isEqualTo(example.path("status").asString());
            assertThat(answer).as(file.toString()).isEqualTo(example.path("response"));
        }
    }

    /** The seat is given when it is first asked for, so that nothing before it is counted anew. */
    private static ApiClient visitor() {
        if (vera == null) vera = plant.visitor("vera", Seats.of("carrot, onion*"));
        return vera;
    }

    private static Reply ask(ApiClient client, JsonNode example) {
        String path = example.path("path").asString().replace("-2026-", "-" + Year.now() + "-");
        if (example.path("verb").asString().equals("GET")) return client.get(path);
        JsonNode request = example.path("request");
        return client.send(
                example.path("verb").asString(),
                path,
                BodyPublishers.ofString(
                        request.isString() ? request.stringValue() : request.toString()));
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.sorted(Comparator.comparing(Path::getFileName)).toList();
        }
    }

    /** What the clock, chance and the journal give is the same in every example. */
    private static JsonNode masked(JsonNode answer) {
        String text = answer.toString()
                .replaceAll("\"20\\d\\d-[^\"]*T[^\"]*Z\"", "\"2026-05-01T13:55:00Z\"")
                .replaceAll("-20\\d\\d-(\\d{4})\\b", "-2026-$1")
                .replaceAll("Digest\":\"[^\"]*\"", "Digest\":\"9f86\"")
                .replaceAll("R-[2-9A-Z]{4}-[2-9A-Z]{4}", "R-2345-6789")
                .replaceAll("\"leaf\":\"[0-9a-f]{64}\"", "\"leaf\":\"5feceb66\"")
                .replaceAll("\"seq\":\"\\d+\"", "\"seq\":\"1042\"")
                .replaceAll("\"session\":\"[^\"]*\"", "\"session\":\"s-7\"")
                .replaceAll("\"file\":\"[^\"]*\"", "\"file\":\"XlhB\"")
                .replaceAll("\"events\":\\[\"[^\"]*\"", "\"events\":[\"018f-7\"")
                .replaceAll("\"(digest|results)\":\"[0-9a-f]{64}\"", "\"$1\":\"9f86\"")
                .replaceAll("\"(sealedSize|unsealed)\":\\d+", "\"$1\":0")
                .replaceAll("\"statement\":\"[^\"]*\"", "\"statement\":\"Complete.\"");
        return JSON.readTree(text);
    }
}
