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

/**
 * A calibration rests on a received certificate: by page and by program, and when it is revoked.
 */
class CalibrationPapersTest {
    private static ApiPlant plant;
    private static ApiClient ivo;
    private static ApiClient quinn;
    private static ApiClient yolanda;
    private static String paper;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ivo = plant.program();
        quinn = plant.person("quinn", Role.QUALITY);
        plant.site("YORK", "DOCK");
        yolanda = plant.personAt("YORK", "yolanda", Role.QUALITY);
        for (String[] one : new String[][] {{"SCALE-6", "MAIN"}, {"SCALE-Y", "YORK"}})
            plant.define(Resource.of(
                    new ResourceCode(one[0]), "Scale", ResourceKind.TOOL, new SiteCode(one[1])));
        paper = plant.id();
        posted("/api/v1/certificates", """
                {"id":"%s","site":"MAIN","kind":"calibration","issuer":"MillCo","number":"CAL-6",
                 "issuedOn":"2026-04-28","claims":[]}""".formatted(paper));
    }

    @AfterAll
    static void stop() {
        plant.close();
    }

    private static void posted(String path, String body) {
        Reply reply = ivo.post(path, body);
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }

    private static Reply calibrated(String paperNumber) {
        String form = "id=" + plant.id() + "&code=SCALE-6&tell=calibrated&asFound=passed"
                + "&asLeft=passed&certificate=CAL-6&calibratedBy=Metro&validUntil=2099-01-01"
                + "&paperNumber=" + paperNumber.replace(' ', '+');
        return quinn.post(
                "/upkeep/entries", form, "Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void a_revoked_paper_makes_the_calibration_doubtful_and_changes_nothing() {
        assertThat(calibrated("CAL-66").body()).contains("There is no certificate CAL-66.");
        assertThat(calibrated("CAL-6 of MillCo").status()).isEqualTo(303);
        posted("/api/v1/events", """
                {"event":"produced","id":"%s","site":"MAIN",
                 "run":{"id":"W-66","kind":"production","basis":"none"},
                 "resources":[{"resource":"SCALE-6","role":"scale"}],
                 "outputs":[{"passport":{"item":"bread","number":"B-66"},"quantity":"9 ea",
                             "to":"at:MAIN/MAIN"}]}""".formatted(plant.id()));
        String page = "/certificates/" + paper;
        assertThat(quinn.get(page).body())
                .contains("Equipment calibrated under it", "SCALE-6", "B-66", "/dependents?");
        assertThat(quinn.get("/dependents?certificate=CAL-6").body()).contains("SCALE-6", "B-66");
        var one = ivo.get("/api/v1/certificates/" + paper)
                .json()
                .path("calibrated")
                .path(0);
        assertThat(one.path("resource").asString("")).isEqualTo("SCALE-6");
        assertThat(one.path("lots").path(0).path("number").asString("")).isEqualTo("B-66");
        assertThat(ivo.get("/api/v1/dependents?certificate=CAL-6").body())
                .contains("\"calibrated\"", "B-66");
        String card = "/upkeep/resource?code=SCALE-6";
        assertThat(quinn.get(card).body()).contains("the paper, not checked");
        quinn.post(
                "/api/v1/certificates/" + paper + "/verifications",
                "{\"outcome\":\"revoked\",\"how\":\"Told by telephone.\"}");
        assertThat(quinn.get(card).body())
                .contains("Its calibration is doubtful: the paper is revoked", "until 2099-01-01");
        assertThat(quinn.get(page).body())
                .contains("The calibrations that rest on it are doubtful.");
        assertThat(quinn.get("/runs/W-66").body())
                .contains("Its calibration rests on CAL-6 of MillCo, which is revoked.");
    }

    @Test
    void a_paper_of_a_site_that_is_not_seen_is_as_if_it_were_not() {
        Reply reply = yolanda.post("/api/v1/upkeep/entries", """
                {"id":"%s","resource":"SCALE-Y","entry":"calibrated","asFound":"passed",
                 "asLeft":"passed","certificate":"CAL-6","calibratedBy":"M",
                 "validUntil":"2099-01-01","paper":"%s"}""".formatted(plant.id(), paper));
        assertThat(reply.code()).isEqualTo("certificate_unknown");
        assertThat(reply.status()).isEqualTo(404);
    }
}
