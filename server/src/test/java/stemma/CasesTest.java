package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.nonconformance.web.CaseForm;

import java.util.Map;

/** Cases by program and by person: what is signed, what meets, who complained. */
class CasesTest {
    private static ApiPlant plant;
    private static ApiClient ivo;
    private static ApiClient quinn;
    private static ApiClient otto;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
        quinn = plant.person("quinn", Role.QUALITY);
        otto = plant.person("otto", Role.OPERATOR);
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static String opened() {
        Reply reply = ivo.post("/api/v1/cases", """
                {"kind":"complaint","site":"MAIN","title":"Glass","account":"A splinter.",
                 "foundOn":"2026-05-01","foundAt":"a shop","foundBy":"a customer",
                 "severity":"critical","owner":"quinn","due":"2026-05-20","subjects":[],
                 "complaint":{"product":"Soup","received":"2026-05-01","codeAsRead":"L 1",
                  "nature":"glass","correction":""},
                 "complainant":{"name":"Zebedee Quill","address":"","phone":""}}""");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().path("case").path("number").asString("");
    }

    private static Reply enter(String number, int revision, String entry) {
        return quinn.post(
                "/api/v1/cases/" + number + "/entries",
                "{\"revision\":" + revision + "," + entry.replace('\'', '"') + "}");
    }

    private static int rows(String table) {
        return DatabaseContent.of(plant.database)
                .rows()
                .getOrDefault(table, Map.of())
                .size();
    }

    private static void enterAll(String number, String... entries) {
        int revision = 1;
        for (String entry : entries) {
            Reply reply = enter(number, revision++, entry);
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        }
    }

    @Test
    void a_case_is_closed_by_the_right_password_and_leaves_one_signature() {
        String number = opened();
        enterAll(
                number,
                "'entry':'assessed','reportable':'no','words':'Harmless.'",
                "'entry':'decided','words':'Replace it.'",
                "'entry':'replied','on':'2026-05-02','words':'Sorry.'");
        int signatures = rows("signatures.signature");
        int entries = rows("nonconformance.entry");
        Reply wrong = enter(
                number, 4, "'entry':'closed','words':'Done.','signer':'quinn','password':'not it'");
        assertThat(wrong.body()).contains("password_wrong");
        assertThat(rows("nonconformance.entry")).isEqualTo(entries);
        assertThat(rows("signatures.signature")).isEqualTo(signatures);
        Reply closed = enter(
                number,
                4,
                "'entry':'closed','words':'Done.','signer':'quinn','password':'" + ApiPlant.PASSWORD
                        + "'");
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(closed.json().path("case").path("state").asString()).isEqualTo("closed");
        assertThat(rows("signatures.signature")).isEqualTo(signatures + 1);
        assertThat(closed.body()).doesNotContain(ApiPlant.PASSWORD);
    }

    @Test
    void what_could_not_be_read_again_is_refused_and_not_kept() {
        String number = opened();
        int entries = rows("nonconformance.entry");
        Reply reply = enter(number, 1, "'entry':'decided','words':'a\\r\\nb'");
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.body()).contains("illegal_character");
        assertThat(rows("nonconformance.entry")).isEqualTo(entries);
        enterAll(number, "'entry':'decided','words':'a\\nb'");
    }

    @Test
    void a_form_ends_its_lines_as_a_browser_does() {
        LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("account", "One.\r\nTwo.");
        assertThat(new CaseForm(sent, null).word("account")).isEqualTo("One.\nTwo.");
    }

    @Test
    void of_two_entries_on_what_both_saw_the_second_is_refused() {
        String number = opened();
        enterAll(number, "'entry':'decided','words':'Replace it.'");
        Reply late = enter(number, 1, "'entry':'decided','words':'Do nothing.'");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("case_changed");
    }

    @Test
    void a_signature_that_was_not_made_here_is_refused() {
        String number = opened();
        String forged = "'entry':'closed','words':'Done.','signature':{'signer':'audra'}";
        assertThat(enter(number, 1, forged).body()).contains("field_unknown");
        assertThat(enter(number, 1, "'entry':'checked','effect':'effective','words':'x'")
                        .body())
                .contains("check_unknown");
    }

    @Test
    void who_complained_is_told_to_quality_only_and_is_nowhere_in_the_journal() {
        String number = opened();
        assertThat(quinn.get("/api/v1/cases/" + number).body()).contains("Zebedee Quill");
        assertThat(otto.get("/api/v1/cases/" + number).body())
                .contains("A splinter.")
                .doesNotContain("Zebedee");
        assertThat(otto.post(
                                "/api/v1/cases/" + number + "/entries",
                                "{\"revision\":1,\"entry\":\"decided\",\"words\":\"x\"}")
                        .status())
                .isEqualTo(403);
        String journal = JdbcClient.create(plant.database.owner())
                .sql("select string_agg(convert_from(body, 'UTF8'), ' ') from journal.entry")
                .query(String.class)
                .single();
        assertThat(journal).contains(number).doesNotContain("Zebedee");
        enterAll(number, "'entry':'complainant_erased','reason':'asked for it'");
        assertThat(quinn.get("/api/v1/cases/" + number).body()).doesNotContain("Zebedee");
    }
}
