package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

import stemma.access.Admission;
import stemma.access.Role;
import stemma.access.Route;
import stemma.journal.CanonicalJson;
import stemma.journal.Entry;
import stemma.journal.EntryKind;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each route that may change something leaves in the journal, held against every table of the
 * database: an act leaves its entries with all their fields, and no row changes that no entry
 * explains; what is refused leaves one entry and changes nothing. The routes are the server's own:
 * one of the API without an example fails here.
 */
class AuditedRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path EXAMPLES = Path.of("src/main/resources/api/examples");

    /** They are sent by POST, because a question may be long, and change nothing. */
    private static final Set<String> ASKS = Set.of(
            "/api/v1/traces",
            "/api/v1/events/preview",
            "/api/v1/file-checks",
            "/api/v1/scans/photo");

    /** What the journal is kept in, and what counts how often and when somebody asked. */
    private static final Set<String> KEPT = Set.of("journal", "audit");

    /** A signature is an entry of its own beside what it signs; so is each refusal of a file. */
    private static final Set<String> BESIDE = Set.of("signed", "refused");

    /** The end of a count and the events by which it is booked are one act. */
    private static final Set<Set<String>> TOGETHER = Set.of(Set.of("adjusted", "count_ended"));

    /** The rooms that keep documents beside events, each change with an entry of its own. */
    private static final Set<String> ROOMS = Set.of(
            "stock",
            "production",
            "catalog",
            "certificates",
            "nonconformance",
            "quality",
            "upkeep");

    private static ApiPlant plant;
    private static ApiPlant refusing;
    private static ApiClient program;
    private static ApiClient person;

    @BeforeAll
    static void start() {
        plant = ApiPlant.bare();
        program = plant.program();
        person = plant.person("quinn", Role.QUALITY);
        ApiClient unused = plant.person("rhea", Role.QUALITY);
        refusing = ApiPlant.stocked();
    }

    @AfterAll
    static void stop() {
        plant.close();
        refusing.close();
    }

    /** What one request did. */
    private record Done(int status, List<Entry> entries, Set<String> rooms) {}

    private static Done watch(ApiPlant at, java.util.function.IntSupplier request) {
        DatabaseContent before = DatabaseContent.of(at.database);
        long last = last(at);
        int status = request.getAsInt();
        DatabaseContent after = DatabaseContent.of(at.database);
        Set<String> rooms = Stream.of(after.beyond(before), before.beyond(after))
                .flatMap(changed -> changed.keySet().stream())
                .map(table -> table.substring(0, table.indexOf('.')))
                .filter(room -> !KEPT.contains(room))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Done(status, at.world.journal().between(last, Long.MAX_VALUE, 1_000), rooms);
    }

    private static long last(ApiPlant at) {
        List<Entry> newest = at.world.journal().back(Long.MAX_VALUE, 0, 1);
        return newest.isEmpty() ? 0 : newest.getFirst().seq();
    }

    private static List<Route> changing(ApiPlant at) {
        return at.web.routes().stream()
                .filter(route -> !route.verb().equals("GET"))
                .filter(route -> !route.pattern().equals("/sign-out"))
                .toList();
    }

    private static boolean matches(Route route, JsonNode example) {
        String path = example.path("path").asString().split("\\?", 2)[0];
        return route.verb().equals(example.path("verb").asString())
                && PathPatternParser.defaultInstance
                        .parse(route.pattern())
                        .matches(PathContainer.parsePath(path));
    }

    private static List<JsonNode> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<JsonNode> examples = new ArrayList<>();
            for (Path file :
                    files.sorted(Comparator.comparing(Path::getFileName)).toList())
                examples.add(JSON.readTree(Files.readString(file)));
            return examples;
        }
    }

    @Test
    void every_act_of_the_api_leaves_its_entries_and_no_other_change() throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> acted = new TreeSet<>();
        List<Route> routes = changing(plant).stream()
                .filter(route -> route.pattern().startsWith("/api/"))
                .toList();
        for (JsonNode example : examples()) {
            Certified.before(example, program, person);
            JsonNode request = example.path("request");
            ApiClient who = example.path("by").asString().equals("person") ? person : program;
            Done done = watch(
                    plant,
                    () -> who.send(
                                    example.path("verb").asString(),
                                    example.path("path").asString(),
                                    BodyPublishers.ofString(
                                            request.isString()
                                                    ? request.stringValue()
                                                    : request.toString()))
                            .status());
            String name =
                    example.path("verb").asString() + " " + example.path("path").asString();
            routes.stream()
                    .filter(route -> matches(route, example))
                    .filter(route -> done.status() < 300)
                    .forEach(route -> acted.add(route.verb() + " " + route.pattern()));
            boolean asks = example.path("verb").asString().equals("GET")
                    || ASKS.contains(example.path("path").asString());
            if (done.status() < 300) faults.addAll(faults(name, asks, done));
        }
        for (UnshownActs.Act act : new UnshownActs(plant, program, person).all()) {
            List<ApiClient.Reply> replies = new ArrayList<>();
            Done done = watch(plant, () -> {
                replies.add(act.request().get());
                return replies.getFirst().status();
            });
            assertThat(done.status())
                    .as(act.route() + " " + replies.getFirst().body())
                    .isBetween(200, 201);
            acted.add(act.route());
            boolean asks = ASKS.contains(act.route().substring(act.route().indexOf(' ') + 1));
            faults.addAll(faults(act.route(), asks, done));
        }
        assertThat(faults).isEmpty();
        assertThat(acted)
                .containsAll(routes.stream()
                        .map(route -> route.verb() + " " + route.pattern())
                        .toList());
    }

    private static List<String> faults(String name, boolean asks, Done done) {
        List<String> faults = new ArrayList<>();
        if (asks) {
            if (!done.rooms().isEmpty() || !done.entries().isEmpty())
                faults.add(name + " asks and changes " + done.rooms());
            return faults;
        }
        if (done.entries().isEmpty()) faults.add(name + " leaves no entry");
        Set<String> explained = new TreeSet<>();
        for (Entry entry : done.entries()) {
            JsonNode body = CanonicalJson.read(entry.body());
            explained.addAll(rooms(entry, body));
            if (!isWhole(entry, body)) faults.add(name + " leaves half an entry: " + body);
        }
        Set<String> unexplained = new TreeSet<>(done.rooms());
        unexplained.removeAll(explained);
        if (!unexplained.isEmpty()) faults.add(name + " changes unexplained " + unexplained);
        Set<String> acts = done.entries().stream()
                .map(AuditedRoutesTest::action)
                .filter(action -> !BESIDE.contains(action))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> said =
                done.entries().stream().map(AuditedRoutesTest::said).collect(Collectors.toSet());
        boolean isOnce = acts.size() <= 1 || TOGETHER.contains(acts);
        if (!isOnce || said.size() < done.entries().size())
            faults.add(name + " leaves "
                    + done.entries().stream().map(AuditedRoutesTest::action).toList());
        return faults;
    }

    private static String action(Entry entry) {
        JsonNode body = CanonicalJson.read(entry.body());
        return body.path(entry.kind() == EntryKind.EVENT ? "event" : "action").asString();
    }

    /** No two entries of one act say the same of the same. */
    private static String said(Entry entry) {
        JsonNode body = CanonicalJson.read(entry.body());
        return entry.kind() == EntryKind.EVENT ? body.path("id").asString() : body.toString();
    }

    /** Who, in which session and from where, when, what, and from what to what. */
    private static boolean isWhole(Entry entry, JsonNode body) {
        var author = entry.author();
        boolean hasAuthor = !author.session().isEmpty() && !author.device().isEmpty();
        if (entry.kind() == EntryKind.EVENT)
            return hasAuthor && body.has("event") && body.has("site") && body.has("occurredAt");
        return hasAuthor
                && !body.path("action").asString().isEmpty()
                && !body.path("subject").asString().isEmpty()
                && (body.has("before") || body.has("after") || body.has("attempt"));
    }

    /**
     * Which rooms' tables an entry explains: those computed from events, or the one it tells of.
     */
    private static Set<String> rooms(Entry entry, JsonNode body) {
        if (entry.kind() == EntryKind.EVENT)
            return Set.of(
                    "ledger",
                    "lots",
                    "stock",
                    "genealogy",
                    "documents",
                    "receiving",
                    "production",
                    "shipping",
                    "certificates",
                    // Births open inspections, what is split off stands under them.
                    "quality");
        String action = body.path("action").asString();
        return Stream.of(Map.entry("master_", "catalog"), Map.entry("count_", "warehouse"))
                .filter(prefix -> action.startsWith(prefix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(Set::of)
                .orElseGet(() -> switch (action) {
                    case "signed" -> Set.of("signatures");
                    case "printed" -> Set.of("printing");
                    // A certificate names the document that was kept with it by its digest.
                    // Its number is the next that was taken from the series of its site.
                    case "certificate_issued" -> Set.of("certificates", "catalog");
                    case "certificate_entered" -> Set.of("certificates", "receiving");
                    case "ssccs_taken" -> Set.of("catalog");
                    case "refused" -> Set.of();
                    default -> ROOMS;
                });
    }

    @Test
    void what_is_refused_leaves_one_entry_and_changes_nothing() {
        List<String> faults = new ArrayList<>();
        ApiClient[] people = Arrays.stream(Role.values())
                .map(role -> refusing.person(PageWorld.person(role), role))
                .toArray(ApiClient[]::new);
        for (Route route : changing(refusing)) {
            if (!(route.admission() instanceof Admission.Holder(var permission))) continue;
            int who = Arrays.stream(Role.values())
                    .filter(role -> role.permissions().contains(permission))
                    .findFirst()
                    .orElseThrow()
                    .ordinal();
            String path = route.pattern()
                    .replaceAll("\\{masters}", "items")
                    .replaceAll("\\{[^}]+}", "NOWHERE-1");
            Done done = watch(
                    refusing,
                    () -> people[who]
                            .send(route.verb(), path, BodyPublishers.ofString("{\"nothing\":1}"))
                            .status());
            if (done.status() < 400) continue;
            if (done.entries().size() != 1 || !done.rooms().isEmpty())
                faults.add(route.verb() + " " + route.pattern() + " " + done.status() + " leaves "
                        + done.entries().size() + " and changes " + done.rooms());
        }
        assertThat(faults).isEmpty();
    }
}
