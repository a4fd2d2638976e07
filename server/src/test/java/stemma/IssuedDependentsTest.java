package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Role;
import stemma.catalog.Country;
import stemma.catalog.Site;
import stemma.identifiers.SiteCode;

import tools.jackson.databind.JsonNode;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * What rests on a certificate of our own, against a model that knows only what was told: which lot
 * was made of which and of how much. For each lot it finds how many units can be concerned at
 * worst, if the units that left under the paper's shipment had come back into the making.
 */
class IssuedDependentsTest {
    private static final int LOTS = 14;
    private static ApiPlant plant;
    private static ApiClient program;
    private static ApiClient quinn;

    /** A lot as it was told: how many units, of which lot, and of how many units of that. */
    private record Told(String number, String id, int units, String from, int used) {}

    @BeforeAll
    static void open() {
        plant = ApiPlant.stocked();
        program = plant.program();
        quinn = plant.person("quinn", Role.QUALITY);
        Certified.specified(program, quinn, "bread");
    }

    @AfterAll
    static void close() {
        plant.close();
    }

    @Test
    void no_dependent_is_missed_and_no_bound_is_below_the_worst() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, Told> told = factory(random);
        int covers = 1 + random.nextInt(30);
        shipped("SH-1", told.get("R"), covers);
        shipped("SH-2", told.get("R"), 5);
        JsonNode issued =
                Certified.issued(quinn, plant.id(), told.get("R").id(), "&kind=coa&shipment=SH-1");
        JsonNode answer = program.get("/api/v1/dependents?certificate="
                        + issued.path("number").asString())
                .json();
        Map<String, Integer> worst = worst(told, covers);
        assertThat(numbers(answer)).as("seed " + seed).isEqualTo(new TreeSet<>(worst.keySet()));
        for (JsonNode row : answer.path("dependents")) {
            String number = row.path("number").asString();
            int bound = units(row, told.get(number).units());
            assertThat(bound)
                    .as(number + " of seed " + seed)
                    .isBetween(worst.get(number), most(told, told.get(number), covers));
        }
        assertThat(answer.path("shipments"))
                .hasSize(2)
                .allSatisfy(shipment -> assertThat(shipment.path("withPaper").asBoolean())
                        .isEqualTo(shipment.path("shipment").asString().equals("SH-1")));
    }

    @Test
    void a_paper_of_all_of_its_lot_leaves_no_bound_and_another_site_does_not_see_it() {
        String lot = Certified.released(plant, program, quinn, "W");
        String number = Certified.issued(quinn, plant.id(), lot, "&kind=coa")
                .path("number")
                .asString();
        JsonNode answer =
                program.get("/api/v1/dependents?certificate=" + number).json();
        assertThat(answer.path("dependents")).hasSize(1);
        assertThat(answer.path("dependents").path(0).has("atMost")).isFalse();
        assertThat(quinn.get("/dependents?certificate=" + number).body())
                .contains("What depends on", "W", "all of it");
        SiteCode elsewhere = new SiteCode("ELSEWHERE");
        plant.define(Site.of(elsewhere, "Elsewhere", new Country("US"), ZoneOffset.UTC));
        ApiClient other = CertificatesTest.at(plant, elsewhere, "erik", Role.QUALITY);
        assertThat(other.get("/dependents?certificate=" + number).status()).isEqualTo(404);
    }

    /** A lot that is certified, and lots that are made of it or of what was made of it. */
    private static Map<String, Told> factory(Random random) {
        Map<String, Told> told = new LinkedHashMap<>();
        Map<String, Integer> left = new LinkedHashMap<>();
        told.put("R", new Told("R", Certified.released(plant, program, quinn, "R"), 90, "", 0));
        left.put("R", 50);
        for (int i = 0; i < LOTS; i++) {
            List<Told> before = new ArrayList<>(told.values());
            Told from = before.get(random.nextInt(before.size()));
            int most = left.get(from.number());
            if (most == 0) continue;
            int used = 1 + random.nextInt(Math.min(most, 20));
            int units = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : used);
            Told made = made("L" + i, from, used, units);
            left.merge(from.number(), -used, Integer::sum);
            left.put(made.number(), units);
            told.put(made.number(), made);
        }
        return told;
    }

    private static Told made(String number, Told from, int used, int units) {
        String id = plant.id();
        String run =
                "{\"id\":\"WO-%s\",\"order\":\"WO-%s\",\"kind\":\"production\",\"basis\":\"none\"}"
                        .formatted(number, number);
        sent("""
                {"events":[
                {"event":"consumed","id":"%s","site":"MAIN","run":%s,
                 "inputs":[{"lot":"%s","quantity":"%d ea","from":"at:MAIN/MAIN"}],
                 "claim":"report","reason":{"code":"late_entry","text":"told"}},
                {"event":"produced","id":"%s","site":"MAIN","run":%s,
                 "outputs":[{"passport":{"item":"bread","number":"%s"},"quantity":"%d ea",
                             "to":"at:MAIN/MAIN"}]}]}
                """.formatted(plant.id(), run, from.id(), used, id, run, number, units));
        return new Told(number, id + "/0", units, from.number(), used);
    }

    private static void shipped(String code, Told lot, int units) {
        ApiClient.Reply reply =
                program.post("/api/v1/shipments", """
                {"id":"%s","site":"MAIN","shipment":"%s","order":"SO-1","consignee":"CornerShop",
                 "containers":[],
                 "lines":[{"lot":"%s","quantity":"%d ea","from":"at:MAIN/MAIN"}]}
                """.formatted(plant.id(), code, lot.id(), units));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static void sent(String events) {
        ApiClient.Reply reply = program.post("/api/v1/events", events);
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
        assertThat(reply.body()).doesNotContain("\"refused\"");
    }

    /**
     * Each concerned unit can be in one unit of what is made of it, and none comes of none. Of what
     * is more than it was made of, a unit may be a slice: all of it, and of what is made of it.
     */
    private static Map<String, Integer> worst(Map<String, Told> told, int covers) {
        Map<String, Integer> worst = new LinkedHashMap<>();
        for (Told lot : told.values()) {
            int at = lot.from().isEmpty()
                    ? covers
                    : isDivided(told, lot)
                            ? lot.units()
                            : Math.min(Math.min(worst.get(lot.from()), lot.used()), lot.units());
            worst.put(lot.number(), at);
        }
        return worst;
    }

    private static int most(Map<String, Told> told, Told lot, int covers) {
        return isDivided(told, lot) ? lot.units() : Math.min(covers, lot.units());
    }

    private static boolean isDivided(Map<String, Told> told, Told lot) {
        return !lot.from().isEmpty()
                && (lot.units() > lot.used() || isDivided(told, told.get(lot.from())));
    }

    private static TreeSet<String> numbers(JsonNode answer) {
        TreeSet<String> numbers = new TreeSet<>();
        for (JsonNode row : answer.path("dependents"))
            numbers.add(row.path("number").asString());
        return numbers;
    }

    private static int units(JsonNode row, int all) {
        JsonNode bound = row.path("atMost");
        if (bound.isMissingNode()) return all;
        assertThat(bound.path("counted").asString()).isEqualTo("units");
        return Integer.parseInt(bound.path("concerned").asString().replace(" ea", ""));
    }
}
