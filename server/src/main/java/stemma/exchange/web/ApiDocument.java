package stemma.exchange.web;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import stemma.journal.CanonicalJson;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OpenAPI 3.1 document: what each room says of its addresses in {@code api/ROOM.yaml}, the
 * shapes of all events read off their records, the list of stable codes, and examples that a test
 * sends to the server.
 */
final class ApiDocument {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
    private static final String ABOUT = """
            Everything a page can do, for programs. Send `Authorization: Bearer` with a token. An \
            event's id is made by the client (UUIDv7); the same request sent again gets the same \
            answer and the header Idempotent-Replayed. A lot is named by its id, its number, \
            item:number, a supplier's number or a serial. Quantities are text: an exact decimal, \
            a space, a unit. Refusals are RFC 9457 problems with a stable code.""";
    private final PathMatchingResourcePatternResolver resources =
            new PathMatchingResourcePatternResolver();

    /** Returns the document as bytes, always in the same spelling. */
    byte[] bytes() {
        return CanonicalJson.bytes(tree());
    }

    private ObjectNode tree() {
        ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Stemma")
                .put("version", "1")
                .put("description", ABOUT);
        document.putArray("security").addObject().putArray("token");
        ObjectNode paths = document.putObject("paths");
        for (Map<?, ?> operation : operations()) add(paths, operation);
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        ObjectNode schemas = components.putObject("schemas");
        EventShapes.addTo(schemas);
        schemas.set("Problem", problem());
        schemas.set("TraceQuestion", traceQuestion());
        return document;
    }

    private List<Map<?, ?>> operations() {
        List<Map<?, ?>> all = new ArrayList<>();
        try {
            List<Resource> rooms =
                    new ArrayList<>(List.of(resources.getResources("classpath*:api/*.yaml")));
            rooms.sort(Comparator.comparing(room -> String.valueOf(room.getFilename())));
            for (Resource room : rooms) {
                try (InputStream text = room.getInputStream()) {
                    List<?> said = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
                    for (Object operation : said) all.add((Map<?, ?>) operation);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all;
    }

    private void add(ObjectNode paths, Map<?, ?> said) {
        String[] at = text(said, "at").split(" ", 2);
        String verb = at[0].toLowerCase(Locale.ROOT);
        ObjectNode path = paths.has(at[1]) ? (ObjectNode) paths.get(at[1]) : paths.putObject(at[1]);
        ObjectNode operation = path.putObject(verb).put("summary", text(said, "about"));
        parameters(operation, at[1], said);
        JsonNode example = example(text(said, "example"));
        if (!verb.equals("get")) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            JsonNode sent = example.path("request");
            content(
                    body,
                    sent.isString() ? "text/csv" : "application/json",
                    text(said, "body"),
                    sent);
        }
        ObjectNode responses = operation.putObject("responses");
        String status = example.path("status").asString("200");
        ObjectNode answer = responses.putObject(status).put("description", "As in the example.");
        boolean refused = status.startsWith("4");
        content(
                answer,
                refused ? "application/problem+json" : "application/json",
                refused ? "Problem" : "",
                example.path("response"));
        ObjectNode other = responses.putObject("default").put("description", "Refused.");
        content(other, "application/problem+json", "Problem", JSON.missingNode());
    }

    private static void content(ObjectNode in, String type, String schema, JsonNode example) {
        ObjectNode content = in.putObject("content").putObject(type);
        ObjectNode shape = content.putObject("schema");
        if (schema.isEmpty()) shape.put("type", example.isString() ? "string" : "object");
        else shape.put("$ref", "#/components/schemas/" + schema);
        if (!example.isMissingNode()) content.set("example", example);
    }

    private static void parameters(ObjectNode operation, String path, Map<?, ?> said) {
        ArrayNode parameters = operation.putArray("parameters");
        Matcher inPath = IN_PATH.matcher(path);
        while (inPath.find()) {
            parameters.add(parameter(inPath.group(1), "path").put("required", true));
        }
        if (!(said.get("query") instanceof Map<?, ?> query)) return;
        query.forEach((name, meaning) -> parameters.add(parameter(String.valueOf(name), "query")
                .put("description", String.valueOf(meaning))));
    }

    private static ObjectNode parameter(String name, String in) {
        ObjectNode parameter = JSON.createObjectNode().put("name", name).put("in", in);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    private JsonNode example(String name) {
        if (name.isEmpty()) return JSON.createObjectNode();
        String at = "classpath:api/examples/" + name + ".json";
        try (InputStream text = resources.getResource(at).getInputStream()) {
            return CanonicalJson.read(text.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Map<?, ?> said, String name) {
        Object value = said.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    private static ObjectNode traceQuestion() {
        ObjectNode question = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = question.putObject("properties");
        ArrayNode kinds = properties
                .putObject("roots")
                .put("type", "array")
                .putObject("items")
                .putArray("anyOf");
        kinds.addObject().put("type", "string");
        ObjectNode root = kinds.addObject();
        for (String name : List.of("lot", "item", "id"))
            root.put("type", "object")
                    .withObjectProperty("properties")
                    .putObject(name)
                    .put("type", "string");
        choices(properties.putObject("direction"), "forward", "backward", "both");
        choices(properties.putObject("detail"), "rows", "links", "outline", "shares");
        properties.putObject("knownAt").put("type", "string");
        question.putArray("required").add("roots");
        return question;
    }

    private static void choices(ObjectNode property, String... words) {
        ArrayNode choices = property.put("type", "string").putArray("enum");
        for (String word : words) choices.add(word);
    }

    private static ObjectNode problem() {
        ObjectNode problem = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        for (String name : List.of("type", "title", "detail", "notRecorded", "whatToDo"))
            properties.putObject(name).put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties.putObject("reference").put("type", "string").put("pattern", "^R-\\w{4}-\\w{4}$");
        ArrayNode codes = properties.putObject("code").put("type", "string").putArray("enum");
        StableCodes.read().all().forEach(meaning -> codes.add(meaning.code()));
        ArrayNode required = problem.putArray("required");
        properties.propertyNames().forEach(required::add);
        problem.putObject("additionalProperties").put("type", "string");
        return problem;
    }
}
