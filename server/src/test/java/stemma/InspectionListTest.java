package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.access.Role;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The list of inspections as a browser and a program are shown it. */
class InspectionListTest {
    private static final ApiPlant PLANT = ApiPlant.stocked();
    private static final Map<String, String> NUMBERS = new HashMap<>();
    private static ApiClient program;
    private static ApiClient quinn;

    @BeforeAll
    static void people() {
        program = PLANT.program();
        quinn = PLANT.person("quinn", Role.QUALITY);
        assertThat(quinn.get("/inspections").body())
                .contains("Nothing waits", "Write a specification")
                .doesNotContain("class=\"sift\"");
        inForce(
                "flour",
                "\"sampling\":\"table\",\"level\":\"ii\",\"aql\":\"1.0\",\"dueHours\":24,",
                """
                {"name":"lumps","kind":"counted","expected":"none"}""");
        inForce("salt", "", """
                {"name":"colour","kind":"attribute","expected":"white"}""");
        received("flour", "F-1", 1000);
        received("flour", "F-2", 40);
        received("salt", "S-1", 10);
    }

    @AfterAll
    static void close() {
        PLANT.close();
    }

    @Test
    void rows_are_sifted_by_item_lot_occasion_and_due_and_leave_as_files() {
        assertThat(rows("?occasion=receipt")).isEqualTo("3 F-1 F-2 S-1");
        assertThat(rows("?item=salt&occasion=receipt")).isEqualTo("1 S-1");
        assertThat(rows("?lot=F-2&state=any")).isEqualTo("1 F-2");
        assertThat(rows("?occasion=return")).isEqualTo("0");
        assertThat(rows("?due=soon")).isEqualTo("2 F-1 F-2");
        assertThat(rows("?due=overdue")).isEqualTo("0");
        assertThat(rows("?sort=item&occasion=receipt&limit=1&from=2")).isEqualTo("3 S-1");
        assertThat(program.get("/api/v1/inspections?due=never").status()).isEqualTo(422);
        assertThat(quinn.get("/inspections/file?item=flour").body())
                .contains("F-1", "F-2")
                .doesNotContain("S-1");
        assertThat(quinn.file("/inspections/file?as=xlsx").body()).startsWith('P', 'K');
        assertThat(quinn.get("/inspections?item=flour&due=soon").body())
                .contains("F-1", "2 inspections")
                .doesNotContain("S-1");
        assertThat(quinn.get("/inspections?item=nothing").body())
                .contains("No inspection is like that");
    }

    @Test
    void an_id_opens_one_inspection() {
        String id = PLANT.id();
        assertThat(opened(id, "S-1").status()).isEqualTo(201);
        var again = opened(id, "S-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(opened(id, "F-2").code()).isEqualTo("event_id_reused");
    }

    private static String idOf(String number) {
        return NUMBERS.entrySet().stream()
                .filter(one -> one.getValue().equals(number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static ApiClient.Reply opened(String id, String lot) {
        return program.post("/api/v1/inspections", """
                {"id":"%s","lots":["%s"],"occasion":"asked","amount":"1 kg"}
                """.formatted(id, idOf(lot)));
    }

    @Test
    void the_table_says_how_many_are_looked_at_and_how_many_may_be_bad() {
        var plan = program.get("/api/v1/inspections?lot=F-1")
                .json()
                .path("inspections")
                .path(0)
                .path("plan");
        assertThat(plan.toString())
                .isEqualTo("{\"accepted\":2,\"letter\":\"J\",\"rejected\":3,\"samples\":80}");
        String id = program.get("/api/v1/inspections?lot=F-2")
                .json()
                .path("inspections")
                .path(0)
                .path("id")
                .asString("");
        assertThat(quinn.get("/inspections/" + id).body())
                .contains("letter E", "look at 13 units", "at most 0 bad of 13");
    }

    @Test
    void a_lot_is_tested_again_by_hand() {
        String page = quinn.get("/inspections?lot=S-1&state=any").body();
        String lot = page.split("<option value=\"", -1)[page.split("<option value=\"").length - 3]
                .split("\"")[0];
        assertThat(lot).contains("/");
        String form = "event=" + PLANT.id() + "&occasion=retest&lot="
                + URLEncoder.encode(lot, StandardCharsets.UTF_8);
        assertThat(quinn.post(
                                "/inspections",
                                form,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(303);
        assertThat(rows("?lot=S-1&occasion=retest&state=any")).startsWith("1 ");
    }

    private static String rows(String query) {
        var list = program.get("/api/v1/inspections" + query).json();
        StringBuilder rows = new StringBuilder(list.path("total").asString(""));
        for (var one : list.path("inspections")) {
            rows.append(' ').append(NUMBERS.get(one.path("lots").path(0).asString("")));
        }
        return rows.toString();
    }

    private static void inForce(String item, String sampling, String characteristic) {
        var draft = program.post(
                "/api/v1/specifications", """
                {"item":"%s","occasions":["receipt"],%s"characteristics":[%s]}
                """.formatted(item, sampling, characteristic));
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        var stands = quinn.post("/api/v1/specifications/force", """
                {"item":"%s","revision":1,"digest":"%s","signer":"quinn","password":"%s"}
                """.formatted(
                        item, draft.json().path("digest").asString(""), ApiPlant.PASSWORD));
        assertThat(stands.status()).as(stands.body()).isEqualTo(200);
    }

    private static void received(String item, String number, int kilograms) {
        var reply = program.post(
                "/api/v1/events", """
                {"event":"received","id":"%s","receipt":"R-%s","supplier":"MillCo","lots":[
                 {"passport":{"item":"%s","number":"%s"},"quantity":"%d kg",
                  "to":"at:MAIN/MAIN"}]}
                """.formatted(PLANT.id(), number, item, number, kilograms));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        var lots = program.get("/api/v1/lots?number=" + number).json().path("lots");
        NUMBERS.put(lots.path(0).path("lot").asString(""), number);
    }
}
