package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;

/** Equipment of one site that is used at two: who sees one of them reads nothing of the other. */
class EquipmentBySiteTest {
    private static ApiPlant plant;
    private static ApiClient ivo;
    private static ApiClient quinn;
    private static ApiClient mia;
    private static String paper;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
        quinn = plant.person("quinn", Role.QUALITY);
        plant.site("YORK", "DOCK");
        mia = plant.personAt("MAIN", "mia", Role.QUALITY);
        resource("SCALE-6", "MAIN");
        Certified.specified(ivo, quinn, "bread");
        paper = plant.id();
        posted("/api/v1/certificates", """
                {"id":"%s","site":"MAIN","kind":"calibration","issuer":"MillCo","number":"CAL-6",
                 "issuedOn":"2026-04-28","claims":[]}""".formatted(paper));
        calibrated("SCALE-6", "CAL-6", paper);
        made("MAIN", "MAIN/MAIN", "B-M", "5.51");
        made("YORK", "YORK/DOCK", "B-Y", "5.92");
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static void resource(String code, String site) {
        plant.define(Resource.of(
                new ResourceCode(code), "Scale", ResourceKind.TOOL, new SiteCode(site)));
    }

    private static void posted(String path, String body) {
        Reply reply = ivo.post(path, body);
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }

    private static void calibrated(String resource, String number, String under) {
        posted("/api/v1/upkeep/entries", """
                {"id":"%s","resource":"%s","entry":"calibrated","asFound":"passed",
                 "asLeft":"passed","certificate":"%s","calibratedBy":"M",
                 "validUntil":"2099-01-01","paper":"%s"}
                """.formatted(plant.id(), resource, number, under));
    }

    /** Makes a lot with the scale, and measures it by the scale. */
    private static void made(String site, String place, String number, String value) {
        String event = plant.id();
        posted("/api/v1/events", """
                {"event":"produced","id":"%s","site":"%s",
                 "run":{"id":"W-%s","kind":"production","basis":"none"},
                 "resources":[{"resource":"SCALE-6","role":"scale"}],
                 "outputs":[{"passport":{"item":"bread","number":"%s"},"quantity":"9 ea",
                             "to":"at:%s"}]}""".formatted(event, site, number, number, place));
        String inspection = Certified.inspection(ivo, event + "/0").path("id").asString();
        posted("/api/v1/inspections/" + inspection + "/results", """
                {"results":[{"id":"%s","characteristic":1,"value":"%s",
                             "instrument":{"resource":"SCALE-6","program":"","calibration":""},
                             "reason":"Read."}]}""".formatted(plant.id(), value));
    }

    @Test
    void a_paper_names_no_lot_and_no_result_of_another_site() {
        for (String path : new String[] {
            "/certificates/" + paper,
            "/api/v1/certificates/" + paper,
            "/dependents?certificate=CAL-6",
            "/api/v1/dependents?certificate=CAL-6",
            "/dependents.csv?certificate=CAL-6"
        }) {
            assertThat(quinn.get(path).body()).as(path).contains("B-M", "B-Y");
            assertThat(mia.get(path).body())
                    .as(path)
                    .contains("B-M")
                    .doesNotContain("B-Y")
                    .doesNotContain("5.92");
        }
        assertThat(quinn.get("/certificates/" + paper).body()).contains("5.51", "5.92");
        for (String page : new String[] {"/certificates/" + paper, "/dependents?certificate=CAL-6"})
            assertThat(mia.get(page).body())
                    .as(page)
                    .contains("5.51", "1 lot is at sites that you may not see");
        for (String program : new String[] {
            "/api/v1/certificates/" + paper, "/api/v1/dependents?certificate=CAL-6"
        })
            assertThat(mia.get(program).json().path("hiddenLots").asInt())
                    .as(program)
                    .isEqualTo(1);
    }

    private static void used(String site, String place, String run, String tool, String lot) {
        posted("/api/v1/events", """
                {"event":"produced","id":"%s","site":"%s",
                 "run":{"id":"%s","order":"O-%s","kind":"production","basis":"none"},
                 "resources":[{"resource":"%s","role":"scale"}],
                 "outputs":[{"passport":{"item":"bread","number":"%s"},"quantity":"9 ea",
                             "to":"at:%s"}]}
                """.formatted(plant.id(), site, run, run, tool, lot, place));
    }

    @Test
    void a_code_that_stands_at_two_sites_tells_nothing_of_the_equipment_of_the_other() {
        resource("SCALE-Y", "YORK");
        String told = """
                {"id":"%s","resource":"SCALE-Y","entry":"calibrated","asFound":"%s",
                 "asLeft":"passed","certificate":"C-%s","calibratedBy":"M",
                 "validUntil":"2099-01-01"}""";
        posted("/api/v1/upkeep/entries", told.formatted(plant.id(), "passed", "1"));
        used("YORK", "YORK/DOCK", "W-7", "SCALE-Y", "B-7Y");
        used("MAIN", "MAIN/MAIN", "W-7", "LINE-1", "B-7M");
        posted("/api/v1/upkeep/entries", told.formatted(plant.id(), "failed", "2"));
        String bad = "SCALE-Y was found bad by its calibration C-2";
        for (String page :
                new String[] {"/runs/W-7", "/runs?code=W-7", "/work-orders?code=O-W-7"}) {
            assertThat(quinn.get(page).body()).as(page).contains(bad);
            assertThat(mia.get(page).body())
                    .as(page)
                    .contains("and 1 use at sites you may not see.")
                    .doesNotContain(bad);
        }
        for (String program :
                new String[] {"/api/v1/runs/W-7", "/api/v1/progress/work-orders?code=O-W-7"}) {
            assertThat(quinn.get(program).body()).as(program).contains(bad);
            var seen = mia.get(program).json();
            assertThat(seen.path("equipment").size()).as(program).isZero();
            assertThat(seen.path("unseenEquipment").asInt()).as(program).isEqualTo(1);
        }
    }

    @Test
    void a_paper_of_another_site_is_told_as_doubtful_and_no_more() {
        resource("SCALE-7", "MAIN");
        String there = plant.id();
        posted("/api/v1/certificates", """
                {"id":"%s","site":"YORK","kind":"calibration","issuer":"MillCo","number":"CAL-Y",
                 "issuedOn":"2026-04-28","claims":[]}""".formatted(there));
        calibrated("SCALE-7", "CAL-Y", there);
        used("MAIN", "MAIN/MAIN", "W-8", "SCALE-7", "B-8M");
        quinn.post(
                "/api/v1/certificates/" + there + "/verifications",
                "{\"outcome\":\"revoked\",\"how\":\"Told by telephone.\"}");
        for (String path : new String[] {
            "/runs/W-8",
            "/api/v1/runs/W-8",
            "/lots/card?lot=B-8M",
            "/trace.json?lot=B-8M&direction=backward"
        }) {
            assertThat(quinn.get(path).body())
                    .as(path)
                    .contains("Its calibration rests on CAL-Y of MillCo, which is revoked.");
            assertThat(mia.get(path).body())
                    .as(path)
                    .contains("The paper of its calibration is doubtful.")
                    .doesNotContain("CAL-Y of MillCo")
                    .doesNotContain(there);
        }
        String card = "/upkeep/resource?code=SCALE-7";
        assertThat(quinn.get(card).body())
                .contains("Its calibration is doubtful: the paper is revoked", there);
        assertThat(mia.get(card).body())
                .contains("Its calibration is doubtful", "kept at a site that you may not see")
                .doesNotContain("revoked")
                .doesNotContain("telephone")
                .doesNotContain(there);
    }
}
